/** One replacement of lines, without context lines. */
export interface LineHunk {
  /** The first line removed, from 1; if none was, the line after which lines were added. */
  readonly from: number;
  readonly removed: number;
  readonly added: number;
}

/** What happened to one file. */
export interface FileChange {
  readonly path: string;
  /** `replaced`: nothing more is known about its lines. */
  readonly kind: 'changed' | 'added' | 'deleted' | 'replaced';
  /** Its previous path. */
  readonly movedFrom?: string | undefined;
  /** In line order. */
  readonly hunks: readonly LineHunk[];
}

/** The lines that a landing added. */
export interface LandedLines {
  readonly lines: number;
  /** Those that another landing removed within `reworkDays`. */
  readonly rewritten: number;
}

/** Lines removed within this many days count as rewritten. */
export const reworkDays = 21;

const reworkSeconds = reworkDays * 86_400;

/** Adjacent lines that one landing added; undefined for lines from before the first landing. */
interface Run {
  readonly count: number;
  readonly landing: Landing | undefined;
}

interface Landing {
  /** Epoch seconds. */
  readonly at: number;
  lines: number;
  rewritten: number;
}

const unknown: readonly Run[] = [{ count: Infinity, landing: undefined }];

/**
 * Replays landings, oldest first, and so knows which landing added each line: it agrees with what `git blame
 * --first-parent` says about removed lines.
 */
export class LineReplay {
  private readonly runsOf = new Map<string, readonly Run[]>();

  /** Replays one landing. Later landings update the returned object. */
  land(at: number, changes: readonly FileChange[]): LandedLines {
    const landing: Landing = { at, lines: 0, rewritten: 0 };
    for (const change of changes) {
      const runs = this.before(change);
      if (change.kind === 'replaced') this.runsOf.delete(change.path);
      else this.runsOf.set(change.path, replaced(runs, change.hunks, landing));
    }
    for (const { path, kind } of changes) if (kind === 'deleted') this.runsOf.delete(path);
    return landing;
  }

  private before({ path, kind, movedFrom }: FileChange): readonly Run[] {
    if (kind === 'added') return [];
    const runs = this.runsOf.get(movedFrom ?? path) ?? unknown;
    if (movedFrom !== undefined) this.runsOf.delete(movedFrom);
    return runs;
  }
}

function replaced(runs: readonly Run[], hunks: readonly LineHunk[], landing: Landing): readonly Run[] {
  const next: Run[] = [];
  const rest = new RunReader(runs);
  for (const { from, removed, added } of hunks) {
    rest.take((removed === 0 ? from : from - 1) - rest.taken, (run) => next.push(run));
    rest.take(removed, ({ count, landing: old }) => {
      if (old && landing.at - old.at <= reworkSeconds) old.rewritten += count;
    });
    if (added > 0) next.push({ count: added, landing });
    landing.lines += added;
  }
  rest.take(Infinity, (run) => next.push(run));
  return joined(next);
}

/** Reads runs of lines in order. */
class RunReader {
  /** The number of lines taken so far. */
  taken = 0;
  private at = 0;
  private used = 0;

  constructor(private readonly runs: readonly Run[]) {}

  /** Takes the next lines, or as many as are left. */
  take(count: number, use: (run: Run) => void): void {
    for (let left = count; left > 0;) {
      const run = this.runs[this.at];
      if (!run) return;
      const some = Math.min(left, run.count - this.used);
      if (some > 0) use({ count: some, landing: run.landing });
      left -= some;
      this.taken += some;
      this.used += some;
      if (this.used < run.count) return;
      this.at += 1;
      this.used = 0;
    }
  }
}

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last?.landing === run.landing && last) {
      all[all.length - 1] = { count: last.count + run.count, landing: run.landing };
    } else all.push(run);
  }
  return all;
}
