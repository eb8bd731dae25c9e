import { lstat, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { dayOf, maxWeeks, periodOf, type ReportPeriod } from '../core/report/reportPeriod';
import { replaceFile } from '../files/replaceFile';
import { reportDefaults, reportRequest } from '../reporting/askedReport';
import { recordOf } from '../reporting/recordOf';
import { repositoryFacts } from '../reporting/repositoryFacts';
import { writeReport } from '../reporting/writeReport';
import { combinedPlaces } from '../workspace/report/combinedPlaces';
import { readReport, type ReadReport } from '../workspace/report/readReport';
import type { ReportPlace } from '../workspace/report/reportRequest';
import type { Workspace } from '../workspace/workspace';
import type { ReportLine } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { teamSettings } from './teamSettings';
import { UsageError } from './usageError';

/** A rendered report and the exit code of the process. */
export interface WrittenReport {
  /** Ends with a line break; bytes go to a file. */
  readonly text: string | Uint8Array;
  readonly exitCode: ExitCode;
}

/** Where and when a report is made. */
export interface ReportRun {
  /** The folder that `--output` is relative to. */
  readonly cwd: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const language = 'en';

/**
 * `goal-lens report`: whether what landed follows the priorities. There is no answer if nothing landed or no goal is
 * known.
 *
 * @param workspaces the repositories to add up; the team settings of the first apply
 * @throws {UsageError} {LandingError} {GitError}
 */
export async function reportCommand(
  workspaces: readonly Workspace[],
  line: ReportLine,
  { now }: ReportRun,
): Promise<WrittenReport> {
  const outside = workspaces.find(({ checkout }) => checkout === undefined);
  const [first] = workspaces;
  if (!first || outside) {
    return {
      text: 'There is no git repository here. Run it in one, or name its folder with -C.\n',
      exitCode: exitCodes.cannotTell,
    };
  }
  const team = await teamSettings(first);
  const timeZone = line.timeZone ?? team.timeZone ?? reportDefaults.timeZone;
  const { format } = line;
  const request = {
    ...reportRequest(line, team, now, periodIn(line, timeZone, now)),
    // Facts that are added up hold no lines.
    withLines: format !== 'ndjson' && format !== 'parquet',
  };
  const places = combinedPlaces(workspaces.map(({ reportPlace }) => reportPlace));
  const read = await readReport(places, request);
  const { report, catalog } = read;
  const record = recordOf(read, places, request, language);
  const hasGoals = catalog.trackers.some(({ goals }) => goals.length > 0);
  const isUnreadable =
    !hasGoals && catalog.trackers.some(({ fault, phase }) => fault !== undefined || phase === 'loading');
  return {
    text:
      format === 'parquet'
        ? await parquetOf(read, places)
        : await writeReport(read, record, places, format, language),
    exitCode: isUnreadable
      ? exitCodes.cannotTell
      : report.counted.change > 0 && hasGoals
        ? exitCodes.ok
        : exitCodes.nothing,
  };
}

async function parquetOf(read: ReadReport, places: readonly ReportPlace[]): Promise<Uint8Array> {
  const [{ factsParquet }, facts] = await Promise.all([
    import('../presentation/report/factsParquet'),
    repositoryFacts(read, places),
  ]);
  return factsParquet(facts);
}

/** Writes a report to the file that the command line names. @throws {UsageError} if it cannot be written */
export async function saveReport(text: string | Uint8Array, output: string, cwd: string): Promise<void> {
  try {
    await save(resolve(cwd, output), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The report cannot be written to “${output}”: ${reason}. Name another file.`);
  }
}

/** A whole file or none: a full disk must not cost the report of before. Devices and pipes are written to. */
async function save(path: string, text: string | Uint8Array): Promise<void> {
  await stat(dirname(path));
  const there = await lstat(path).catch(() => undefined);
  const isOfSystem = path.startsWith('/dev/');
  // A link in a repository must not lead the report elsewhere. The system's own, such as /dev/stdout, may.
  if (there?.isSymbolicLink() && !isOfSystem) throw new Error('it is a symbolic link');
  if (isOfSystem || (there && !there.isFile())) await writeFile(path, text);
  else await replaceFile(path, text, { mode: there ? there.mode & 0o777 : 0o644 });
}

/** The period from one day to another; undefined if none is named. */
function periodIn(
  { since, until }: Pick<ReportLine, 'since' | 'until'>,
  timeZone: string,
  now: number,
): ReportPeriod | undefined {
  if (since === undefined) return undefined;
  const last = until ?? dayOf(now, timeZone);
  if (last < since) throw new UsageError(`The period ends on ${last}, before it begins on ${since}.`);
  const period = periodOf(since, last, timeZone);
  if (period.weeks.length > maxWeeks) throw new UsageError(`The period is longer than ${maxWeeks} weeks.`);
  return period;
}
