import type { Git } from '../run/git';
import { blameLine, type BlamedLine, type LinePlace } from './blameLine';

/** One version of a file that is open: its lines move with every edit, and with HEAD. */
export interface FileVersion {
  /** Stands for the open file: when it is gone, so is what was read for it. */
  readonly file: object;
  readonly version: number;
  readonly root: string;
  readonly head: string | undefined;
}

interface KeptLines {
  readonly id: string;
  /** Undefined where a line is not committed yet. */
  readonly lines: Map<number, BlamedLine | undefined>;
}

/** The commits that lines came with, remembered for as long as file and HEAD stay as they are. */
export class LineCommits {
  private files = new WeakMap<object, KeptLines>();

  constructor(private readonly git: Git) {}

  /**
   * The commit of a line; undefined where it is not committed yet.
   *
   * @param place made only where git has to be asked
   * @throws {GitError} where git fails, and the signal's reason
   */
  async of(
    version: FileVersion,
    line: number,
    place: () => LinePlace | Promise<LinePlace>,
    signal: AbortSignal,
  ): Promise<BlamedLine | undefined> {
    const { lines } = this.linesOf(version);
    if (lines.has(line)) return lines.get(line);
    const found = await blameLine(this.git, version.root, await place(), signal);
    // Written where it belongs, even if the file has moved on by now.
    lines.set(line, found);
    return found;
  }

  private linesOf({ file, version, root, head = '' }: FileVersion): KeptLines {
    const id = [version, root, head].join('\n');
    let kept = this.files.get(file);
    if (kept?.id !== id) this.files.set(file, (kept = { id, lines: new Map() }));
    return kept;
  }
}
