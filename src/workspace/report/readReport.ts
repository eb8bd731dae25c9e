import { GoalCatalog } from '../../core/catalog/goalCatalog';
import { alignmentReport, type AlignmentReport } from '../../core/report/alignmentReport';
import { pathCoverage, type PathCoverage } from '../../core/report/pathCoverage';
import { startOfDay, dayOf } from '../../core/report/reportPeriod';
import type { RepositoryWork } from '../../core/report/repositoryWork';
import { generatedFiles } from '../../git/landing/generatedFiles';
import { reportBranch } from '../../git/landing/reportBranch';
import { trackedFiles } from '../../git/landing/trackedFiles';
import { isBelow } from './pathScope';
import { readWork } from './readWork';
import type { ReportPlace, ReportRequest } from './reportRequest';
import { repositoryNames } from './repositoryNames';

/** A repository of a report. */
interface ReportRepository {
  /** The name of its folder. */
  readonly name: string;
  readonly branch: string;
  /** The full name of the branch's tip. */
  readonly tip: string;
}

/** A report, and what it was made of. */
export interface ReadReport {
  readonly report: AlignmentReport;
  readonly repositories: readonly ReportRepository[];
  readonly catalog: GoalCatalog;
  readonly path: string | undefined;
  readonly coverage: PathCoverage | undefined;
  /** Epoch seconds from which days without a landing are counted back. */
  readonly asOf: number;
}

/** What to report, and a listener for early figures. */
export interface StagedRequest extends ReportRequest {
  /** Called with what is known before much more is read. */
  readonly onStage?: ((read: ReadReport) => void) | undefined;
  /** Whether there are earlier figures already, so that only before lines are read, which takes long, there are more. */
  readonly hasStages?: boolean;
}

/** A report on a period that ended longer ago than this says what was stale at its end, in seconds. */
const recent = 8 * 86_400;

/**
 * Reads what landed in a period and measures it. Several repositories are read one after another and added up.
 *
 * @throws {LandingError} {GitError} and the signal's reason
 */
export async function readReport(
  places: readonly ReportPlace[],
  request: StagedRequest,
  signal?: AbortSignal,
): Promise<ReadReport> {
  const { period, level, staleDays, plan, onStage, path, now } = request;
  const catalog = places[0]?.catalog ?? new GoalCatalog([]);
  const folder = places.length === 1 ? places[0]?.folder : undefined;
  const names = repositoryNames(places.map(({ root }) => root));
  const asOf = countedBackFrom(request);
  const works: RepositoryWork[] = [];
  const repositories: ReportRepository[] = [];
  const coverages: PathCoverage[] = [];
  const readUpTo = (more: readonly RepositoryWork[]): ReadReport => ({
    report: alignmentReport({
      repositories: [...works, ...more],
      catalog,
      folder,
      period,
      level,
      asOf,
      now: startOfDay(dayOf(now, period.timeZone), period.timeZone),
      staleDays,
      plan,
    }),
    repositories,
    catalog,
    path,
    asOf,
    coverage: sumOfCoverages(coverages),
  });
  for (const [at, place] of places.entries()) {
    const { git, root, pathMap } = place;
    const branch = await reportBranch(git, root, request.branch, signal);
    repositories.push({ name: names[at] ?? '', branch: branch.name, tip: branch.tip });
    const named = { name: names[at] ?? '', tip: branch.tip };
    const onEarly = (before: RepositoryWork): void => onStage?.(readUpTo([before]));
    const work = await readWork(place, named, request, onEarly, signal);
    works.push(work);
    if (pathMap) coverages.push(pathCoverage(await writtenFiles(place, branch.tip, path, signal), pathMap));
  }
  return readUpTo([]);
}

/** The beginning of the day from which to count back: two reports of one day say the same. */
function countedBackFrom({ now, period }: ReportRequest): number {
  const today = startOfDay(dayOf(now, period.timeZone), period.timeZone);
  return today - period.end > recent ? period.end : today;
}

/** The files of a commit that people of the repository write. */
async function writtenFiles(
  { git, root }: ReportPlace,
  tip: string,
  path: string | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const isIn = path === undefined ? () => true : isBelow(path);
  const files: string[] = [];
  for await (const file of trackedFiles(git, root, tip, signal)) if (isIn(file)) files.push(file);
  const generated = await generatedFiles(git, root, files, signal);
  return files.filter((file) => !generated.has(file));
}

function sumOfCoverages(all: readonly PathCoverage[]): PathCoverage | undefined {
  const sum = (of: keyof PathCoverage): number => all.reduce((total, each) => total + each[of], 0);
  return all.length === 0 ? undefined : { files: sum('files'), covered: sum('covered') };
}
