/** A place where lines were replaced: with no context around it. */
export interface LineHunk {
  /** The first line that was taken out, from 1; where none was, the line behind which others came in. */
  readonly from: number;
  readonly removed: number;
  readonly added: number;
}

/** What became of one file. */
export interface FileChange {
  readonly path: string;
  /** `replaced`: nothing is known of its lines any more. */
  readonly kind: 'changed' | 'added' | 'deleted' | 'replaced';
  /** The path that it had before. */
  readonly movedFrom?: string | undefined;
  /** In the order of their lines. */
  readonly hunks: readonly LineHunk[];
}

/** The lines that a landing brought in. */
export interface LandedLines {
  readonly lines: number;
  /** Those of them that another landing took out again within `reworkDays`. */
  readonly rewritten: number;
}

/** Lines that are taken out within so many days count as rewritten. */
export const reworkDays = 21;

const reworkSeconds = reworkDays * 86_400;

/** Lines that one landing brought in, beside each other; of those from before the first landing it is not known which. */
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
 * Replays what landed, the oldest first, and so knows of each line which landing brought it in: the same that
 * `git blame --first-parent` says of a line that is taken out.
 */
export class LineReplay {
  private readonly runsOf = new Map<string, readonly Run[]>();

  /** Replays one landing. What comes back changes with the landings after it. */
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

/** Goes along runs of lines. */
class RunReader {
  /** How many lines were taken. */
  taken = 0;
  private at = 0;
  private used = 0;

  constructor(private readonly runs: readonly Run[]) {}

  /** Takes the next lines, as far as there are so many. */
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
