import { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { RepositoryReferences } from '../../core/catalog/repositoryReferences';
import type { ReferenceRules } from '../../core/links/referenceRules';
import type { Level } from '../../core/goal/goal';
import type { PathMap } from '../../core/paths/pathMap';
import { alignmentReport, type AlignmentReport } from '../../core/report/alignmentReport';
import { attribute, rowsWithoutGoal } from '../../core/report/attribution';
import { pathCoverage, type PathCoverage } from '../../core/report/pathCoverage';
import type { Targets } from '../../core/report/planVariance';
import { startOfDay, dayOf, type ReportPeriod } from '../../core/report/reportPeriod';
import { ReportTargets } from '../../core/report/reportTarget';
import type { RepositoryWork } from '../../core/report/repositoryWork';
import { readPaths } from '../../git/history/pathReader';
import { generatedFiles } from '../../git/landing/generatedFiles';
import { canReadLines, landedLines } from '../../git/landing/landedLines';
import { readLandings } from '../../git/landing/readLandings';
import { reportBranch } from '../../git/landing/reportBranch';
import { trackedFiles } from '../../git/landing/trackedFiles';
import type { Git } from '../../git/run/git';
import { planHistory } from './planHistory';
import { repositoryNames } from './repositoryNames';

/** A repository that a report is about. */
export interface ReportPlace {
  readonly git: Git;
  /** The top of the work tree. */
  readonly root: string;
  /** The goals of all places of a report. */
  readonly catalog: GoalCatalog;
  /** The folder whose goals file wins if trackers share a key, as a URI. */
  readonly folder: string;
  /** What spellings mean here. */
  readonly references: RepositoryReferences;
  /** How commits name goals here. */
  readonly rules: ReferenceRules;
  readonly pathMap: PathMap | undefined;
}

/** What to report. */
export interface ReportRequest {
  /** The branch; if left out, the default branch of `origin`, else what is checked out. */
  readonly branch?: string | undefined;
  readonly period: ReportPeriod;
  readonly level: Level;
  readonly staleDays: number;
  /** Names and addresses of bots, besides those that contain `[bot]`. */
  readonly bots: readonly string[];
  /** Where the team wants its effort to go. */
  readonly plan: Targets;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Only commits that touch this file or folder count; relative to the root, with forward slashes. */
  readonly path?: string | undefined;
  /** Whether to read the lines that landed too, which takes git some milliseconds per landing. */
  readonly withLines?: boolean;
  /**
   * Called with how many commits are read, for how many of how many the files are, and for how many landings the lines.
   */
  readonly onProgress?: ((progress: ReportProgress) => void) | undefined;
  /** Called with what is known before the files of many commits are read. */
  readonly onStage?: ((read: ReadReport) => void) | undefined;
}

/** How far reading a report has come. */
export type ReportProgress =
  | { readonly phase: 'commits'; readonly done: number }
  | { readonly phase: 'paths'; readonly done: number; readonly of: number }
  | { readonly phase: 'lines'; readonly done: number };

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

/** A report on a period that ended longer ago than this says what was stale at its end, in seconds. */
const recent = 8 * 86_400;
/** The files of fewer commits are read so quickly that nobody would see an earlier stage. */
const manyCommits = 2000;
/** The lines of fewer landings are read as quickly. */
const manyLandings = 200;

/**
 * Reads what landed in a period and measures it: commits first, then the files of those that nothing else links.
 * Several repositories are read one after the other and added up.
 *
 * @throws {LandingError} {GitError} and the signal's reason
 */
export async function readReport(
  places: readonly ReportPlace[],
  request: ReportRequest,
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
    const work = await readWork(place, names[at] ?? '', branch.tip, request, signal, (before) =>
      onStage?.(readUpTo([before])),
    );
    works.push(work);
    if (pathMap) coverages.push(pathCoverage(await writtenFiles(place, branch.tip, path, signal), pathMap));
  }
  return readUpTo([]);
}

async function readWork(
  place: ReportPlace,
  name: string,
  tip: string,
  request: ReportRequest,
  signal: AbortSignal | undefined,
  onStage: (before: RepositoryWork) => void,
): Promise<RepositoryWork> {
  const { git, root, catalog, references, rules, pathMap } = place;
  const { period, now, bots, path, onProgress } = request;
  const onCommits = (done: number): void => onProgress?.({ phase: 'commits', done });
  const asked = { ...rules, tip, period, now, bots, within: path, onProgress: onCommits };
  const landings = await readLandings(git, root, asked, signal);
  const targets = new ReportTargets(catalog, references.home);
  const claims = attribute(landings, targets);
  const work = { name, landings, claims, targets, pathMap };
  const unlinked = new Map(rowsWithoutGoal(landings, claims).map((row) => [landings.shas[row] ?? '', row]));
  const pathsOf = new Map<number, readonly string[]>();
  if (unlinked.size >= manyCommits) onStage({ ...work, pathsOf, pathMap: undefined });
  if (unlinked.size > 0) {
    for await (const { sha, paths } of readPaths(git, root, unlinked.keys(), signal)) {
      pathsOf.set(unlinked.get(sha) ?? -1, path === undefined ? paths : paths.filter(isBelow(path)));
      onProgress?.({ phase: 'paths', done: pathsOf.size, of: unlinked.size });
    }
  }
  const all = { ...work, pathsOf, planVersions: await planHistory(place, landings, signal) };
  if (!request.withLines) return all;
  if (landings.count >= manyLandings && canReadLines(landings)) onStage(all);
  const lines = await landedLines(
    git,
    root,
    { tip, landings, within: path, onProgress: (done) => onProgress?.({ phase: 'lines', done }) },
    signal,
  );
  return { ...all, lines };
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

function isBelow(path: string): (file: string) => boolean {
  return (file) => file === path || file.startsWith(`${path}/`);
}

function sumOfCoverages(all: readonly PathCoverage[]): PathCoverage | undefined {
  const sum = (of: keyof PathCoverage): number => all.reduce((total, each) => total + each[of], 0);
  return all.length === 0 ? undefined : { files: sum('files'), covered: sum('covered') };
}
