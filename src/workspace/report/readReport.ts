import { basename } from 'node:path';
import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { RepositoryReferences } from '../../core/catalog/repositoryReferences';
import type { ReferenceRules } from '../../core/links/referenceRules';
import type { Level } from '../../core/goal/goal';
import type { PathMap } from '../../core/paths/pathMap';
import { alignmentReport, type AlignmentReport } from '../../core/report/alignmentReport';
import { attribute, rowsWithoutGoal } from '../../core/report/attribution';
import { pathCoverage, type PathCoverage } from '../../core/report/pathCoverage';
import type { Targets } from '../../core/report/planVariance';
import type { ReportPeriod } from '../../core/report/reportPeriod';
import { ReportTargets } from '../../core/report/reportTarget';
import { readPaths } from '../../git/history/pathReader';
import { readLandings } from '../../git/landing/readLandings';
import { reportBranch } from '../../git/landing/reportBranch';
import { trackedFiles } from '../../git/landing/trackedFiles';
import type { Git } from '../../git/run/git';

/** The repository and the goals that a report is about. */
export interface ReportPlace {
  readonly git: Git;
  /** The top of the work tree. */
  readonly root: string;
  readonly catalog: GoalCatalog;
  /** The folder whose goals file wins where trackers share a key, as a URI. */
  readonly folder: string;
  /** What spellings mean here. */
  readonly references: RepositoryReferences;
  /** How commits name goals here. */
  readonly rules: ReferenceRules;
  readonly pathMap: PathMap | undefined;
}

/** What is asked of a report. */
export interface ReportRequest {
  /** The default branch of `origin`, else what is checked out, where it is left out. */
  readonly branch?: string | undefined;
  readonly period: ReportPeriod;
  readonly level: Level;
  readonly staleDays: number;
  /** Names and addresses of bots, beside those with `[bot]` in them. */
  readonly bots: readonly string[];
  /** What the team wants effort to go to. */
  readonly plan: Targets;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Told how many commits are read, and then for how many of how many the files are. */
  readonly onProgress?: (progress: ReportProgress) => void;
}

/** How far the reading of a report is. */
type ReportProgress =
  | { readonly phase: 'commits'; readonly done: number }
  | { readonly phase: 'paths'; readonly done: number; readonly of: number };

/** A report, and what it was made of. */
export interface ReadReport {
  readonly report: AlignmentReport;
  /** The name of the repository's folder. */
  readonly repository: string;
  readonly branch: string;
  readonly tip: string;
  readonly coverage: PathCoverage | undefined;
  /** Epoch seconds from which days without a landing are counted back. */
  readonly asOf: number;
}

/** A report on a period that ended longer ago says what was stale at its end, in seconds. */
const recent = 8 * 86_400;

/**
 * Reads what landed in a period and measures it: commits first, then the files of those that nothing else links.
 *
 * @throws {LandingError} {GitError} and the signal's reason
 */
export async function readReport(
  place: ReportPlace,
  request: ReportRequest,
  signal?: AbortSignal,
): Promise<ReadReport> {
  const { git, root, catalog, folder, references, rules, pathMap } = place;
  const { period, now, level, staleDays, plan, bots, onProgress } = request;
  const branch = await reportBranch(git, root, request.branch, signal);
  const landings = await readLandings(
    git,
    root,
    {
      ...rules,
      ...{ tip: branch.tip, period, now, bots },
      onProgress: (done) => onProgress?.({ phase: 'commits', done }),
    },
    signal,
  );
  const targets = new ReportTargets(catalog, references.home);
  const claims = attribute(landings, targets);
  const unlinked = new Map(rowsWithoutGoal(landings, claims).map((row) => [landings.shas[row] ?? '', row]));
  const pathsOf = new Map<number, readonly string[]>();
  if (unlinked.size > 0) {
    for await (const { sha, paths } of readPaths(git, root, unlinked.keys(), signal)) {
      pathsOf.set(unlinked.get(sha) ?? -1, paths);
      onProgress?.({ phase: 'paths', done: pathsOf.size, of: unlinked.size });
    }
  }
  const asOf = Math.floor(now / 1000) - period.end > recent ? period.end : Math.floor(now / 1000);
  const input = {
    landings,
    claims,
    pathsOf,
    pathMap,
    catalog,
    targets,
    folder,
    level,
    asOf,
    staleDays,
    plan,
  };
  return {
    report: alignmentReport(input),
    repository: basename(root),
    branch: branch.name,
    tip: branch.tip,
    coverage: pathMap && (await pathCoverage(trackedFiles(git, root, branch.tip, signal), pathMap)),
    asOf,
  };
}
