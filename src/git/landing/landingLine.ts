import type { ReportPeriod } from '../../core/report/reportPeriod';
import type { Git } from '../run/git';
import { revisionList } from '../run/revisionList';
import { landedTimes } from './landedTimes';

/** The commits that landed on a branch since a period began: its first-parent commits, newest first. */
export interface LandingLine {
  readonly shas: readonly string[];
  /** Epoch seconds, for each of `shas`. */
  readonly landed: readonly number[];
  /** The last commit that landed before the period; undefined if history begins within it. */
  readonly base: string | undefined;
  readonly wrongClocks: number;
}

/** Reading stops after this many commits in a row that are older than the period by more than `marginDays`. */
const enoughOlder = 256;
const marginDays = 30;

/**
 * Walks a branch back to before a period and no further: only a few commits in a row may have dates that are off by
 * more than a month.
 *
 * @param now epoch milliseconds
 * @throws {GitError} and the signal's reason
 */
export async function readLandingLine(
  git: Git,
  root: string,
  { tip, period, now }: { readonly tip: string; readonly period: ReportPeriod; readonly now: number },
  signal?: AbortSignal,
): Promise<LandingLine> {
  const shas: string[] = [];
  const times: number[] = [];
  const args = ['--first-parent', '--timestamp', '--end-of-options', tip, '--'];
  const oldest = period.start - marginDays * 86_400;
  let older = 0;
  for await (const lines of revisionList(git, root, args, signal)) {
    for (const line of lines) {
      const space = line.indexOf(' ');
      const time = Number(line.slice(0, space));
      shas.push(line.slice(space + 1));
      times.push(time);
      older = time < oldest ? older + 1 : 0;
    }
    if (older >= enoughOlder) break;
  }
  const { landed, wrongClocks } = landedTimes(times, Math.floor(now / 1000));
  const first = landed.findIndex((time) => time < period.start);
  const count = first < 0 ? shas.length : first;
  return { shas: shas.slice(0, count), landed: [...landed.slice(0, count)], base: shas[first], wrongClocks };
}
