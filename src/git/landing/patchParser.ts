import type { FileChange, LineHunk } from '../../core/report/lineReplay';
import { unquotedPath } from '../run/quotedPath';

/** What a landing changed. */
export interface LandedChange {
  readonly sha: string;
  readonly changes: readonly FileChange[];
}

const newline = 10;
/** Starts each commit in the output; no line of a patch starts with it. */
export const commitMark = '\x01';
const hunkHeader = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/;
/** No file name is longer, in bytes; the rest of a line is ignored. */
const maxLine = 16 * 1024;

type OpenFile = { -readonly [K in keyof Omit<FileChange, 'path' | 'hunks'>]: FileChange[K] } & {
  path: string | undefined;
  readonly hunks: LineHunk[];
};

/**
 * Parses patches without context, commit by commit, as `landedLines` requests them from git. The lines themselves are
 * skipped: only their positions and their number count.
 */
export class PatchParser {
  private sha: string | undefined;
  private changes: FileChange[] = [];
  private file: OpenFile | undefined;
  /** How many lines of a hunk are still to come. */
  private inHunk = 0;
  private open = Buffer.alloc(0);

  /** Takes bytes of the output and returns the commits that they complete. */
  push(chunk: Buffer): LandedChange[] {
    const found: LandedChange[] = [];
    const text = this.open.length > 0 ? Buffer.concat([this.open, chunk]) : chunk;
    let start = 0;
    for (let end = text.indexOf(newline); end >= 0; end = text.indexOf(newline, start)) {
      if (!this.isPassedOver(text[start])) {
        const line = text.toString('latin1', start, Math.min(end, start + maxLine));
        found.push(...this.read(line));
      }
      start = end + 1;
    }
    // A line may be as long as a file: what is ignored is neither kept nor copied with every chunk.
    this.open = Buffer.from(text.subarray(start, start + maxLine));
    return found;
  }

  /** Returns the last commit at the end of the output. */
  finish(): LandedChange[] {
    this.closeFile();
    const { sha, changes } = this;
    this.sha = undefined;
    this.changes = [];
    return sha === undefined ? [] : [{ sha, changes }];
  }

  /** Whether a line belongs to a hunk, or says that a file ends without a line break. */
  private isPassedOver(first: number | undefined): boolean {
    if (first === 0x5c) return true;
    if (this.inHunk === 0) return false;
    this.inHunk -= 1;
    return true;
  }

  private read(line: string): LandedChange[] {
    if (line.startsWith(commitMark)) {
      const before = this.finish();
      this.sha = line.slice(1);
      return before;
    }
    if (line.startsWith('diff --git ')) {
      this.closeFile();
      this.file = { path: undefined, kind: 'changed', movedFrom: undefined, hunks: [] };
    } else if (this.file) this.readHeader(line, this.file);
    return [];
  }

  private readHeader(line: string, file: OpenFile): void {
    const [, from, removed = '1', added = '1'] = hunkHeader.exec(line) ?? [];
    if (from !== undefined) {
      file.hunks.push({ from: Number(from), removed: Number(removed), added: Number(added) });
      this.inHunk = Number(removed) + Number(added);
    } else if (line.startsWith('new file mode')) file.kind = 'added';
    else if (line.startsWith('deleted file mode')) file.kind = 'deleted';
    else readNames(line, file);
  }

  private closeFile(): void {
    const { file } = this;
    if (file?.path !== undefined) this.changes.push({ ...file, path: file.path });
    this.file = undefined;
  }
}

function readNames(line: string, file: OpenFile): void {
  if (line.startsWith('rename from ')) file.movedFrom = nameIn(line.slice(12));
  else if (line.startsWith('rename to ')) file.path = nameIn(line.slice(10));
  else if (line.startsWith('--- ') || line.startsWith('+++ ')) {
    file.path = pathIn(line.slice(4)) ?? file.path;
  } else if (line.startsWith('Binary files ')) {
    file.path = pathIn(/ and (.*) differ$/.exec(line)?.[1] ?? '') ?? file.path;
    if (file.kind === 'changed') file.kind = 'replaced';
  }
}

/** A name as it is; git writes a tab behind one with a space in it. */
function nameIn(text: string): string {
  return unquotedPath(text.replace(/\t$/, ''));
}

/** The name after `a/` or `b/`; undefined for `/dev/null`. */
function pathIn(text: string): string | undefined {
  const name = nameIn(text);
  return /^[ab]\//.test(name) ? name.slice(2) : undefined;
}
