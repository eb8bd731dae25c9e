import { periodOf, type ReportPeriod } from '../../core/report/reportPeriod';
import { readReport, type ReadReport, type StagedRequest } from './readReport';
import type { ReportPlace } from './reportRequest';

/** The weeks of a long period that are told first. */
const recentWeeks = 12;
/** A period with fewer commits, at the pace of its last weeks, is read so quickly that nobody would see them. */
const manyCommits = 2000;

/**
 * Reads a report, and of a long period the last weeks first: at the same time, while git still walks the branch back to
 * where the period begins.
 *
 * @throws {LandingError} {GitError} and the signal's reason
 */
export async function readRecentFirst(
  places: readonly ReportPlace[],
  request: StagedRequest,
  signal?: AbortSignal,
): Promise<ReadReport> {
  const { period, onStage } = request;
  const recent = recentOf(period);
  if (!recent || !onStage) return readReport(places, request, signal);
  const share = recent.weeks.length / period.weeks.length;
  const done = new AbortController();
  const tellRecent = (read: ReadReport): void => {
    const commits = read.report.works.reduce((sum, { landings }) => sum + landings.count, 0);
    if (commits / share >= manyCommits && !done.signal.aborted) onStage(read);
    // The whole report is near: what is left to read of the last weeks is not worth its time.
    done.abort();
  };
  const tellWhole = (read: ReadReport): void => {
    done.abort();
    onStage(read);
  };
  const early = readReport(
    places,
    { ...request, period: recent, withLines: false, onStage: tellRecent, onProgress: undefined },
    signal ? AbortSignal.any([signal, done.signal]) : done.signal,
    // What fails here fails for the whole period as well, which tells why.
  ).then(tellRecent, () => undefined);
  try {
    return await readReport(places, { ...request, hasStages: true, onStage: tellWhole }, signal);
  } finally {
    done.abort();
    await early;
  }
}

/** The last weeks of a period; undefined if there are hardly more. */
function recentOf({ weeks, to, timeZone }: ReportPeriod): ReportPeriod | undefined {
  const first = weeks.at(-recentWeeks);
  return first && weeks.length >= 2 * recentWeeks ? periodOf(first.from, to, timeZone) : undefined;
}
