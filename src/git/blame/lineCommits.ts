import type { Git } from '../run/git';
import { blameLine, type BlamedLine, type LinePlace } from './blameLine';

/** One version of an open file: its lines move with every edit, and with HEAD. */
export interface FileVersion {
  /** Identifies the open file; what was read for it is dropped with it. */
  readonly file: object;
  readonly version: number;
  readonly root: string;
  readonly head: string | undefined;
}

interface KeptLines {
  readonly id: string;
  /** Undefined for a line that is not committed yet. */
  readonly lines: Map<number, BlamedLine | undefined>;
}

/** The commits that introduced lines, remembered while the file and HEAD stay the same. */
export class LineCommits {
  private files = new WeakMap<object, KeptLines>();

  constructor(private readonly git: Git) {}

  /**
   * The commit that introduced a line; undefined if the line is not committed yet.
   *
   * @param place called only if git has to be asked
   * @throws {GitError} if git fails, and the signal's reason
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
    // Stored for the version that was asked about, even if the file has moved on.
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
