import type { GoalCatalog } from '../catalog/goalCatalog';
import type { RepositoryHome } from '../catalog/repositoryHome';
import type { Goal } from '../goal/goal';
import type { PathMap } from '../paths/pathMap';
import { ReportTargets } from '../report/reportTarget';

/** What a change says it is for, and where its files are. */
export interface IntentInput {
  /** The initiatives that the branch serves. */
  readonly declared: readonly Goal[];
  /** The changed files, relative to the path map's folder. */
  readonly paths: readonly string[];
  readonly pathMap: PathMap | undefined;
  readonly catalog: GoalCatalog;
  readonly home: RepositoryHome | undefined;
}

/** A changed file that the path map assigns to goals other than the declared ones. */
interface StrayPath {
  readonly path: string;
  /** The keys of its rule. */
  readonly keys: readonly string[];
}

/** The verdicts on a change as a whole. */
export type IntentVerdict =
  /** Nothing is changed. */
  | 'noChange'
  /** The branch serves no goal. */
  | 'noGoal'
  /** All files with a rule belong to a declared goal. */
  | 'fits'
  /** Some file belongs to other goals. */
  | 'strays'
  /** No file has a rule: the path map cannot tell. */
  | 'unmapped';

/** A declared intent compared with the files of a change. */
export interface DeclaredIntent {
  readonly verdict: IntentVerdict;
  readonly inside: readonly string[];
  readonly strays: readonly StrayPath[];
  /** Files without a rule. */
  readonly unmapped: readonly string[];
}

/** Compares what a branch says it is for with the files of a change, by the path map. */
export function declaredIntent({ declared, paths, pathMap, catalog, home }: IntentInput): DeclaredIntent {
  const targets = new ReportTargets(catalog, home);
  const served = new Set(declared.map(({ key }) => targets.of(key).bucket));
  const inside: string[] = [];
  const strays: StrayPath[] = [];
  const unmapped: string[] = [];
  for (const path of paths) {
    const keys = pathMap?.match(path)?.keys ?? [];
    if (keys.length === 0) unmapped.push(path);
    else if (keys.some((key) => served.has(targets.of(key).bucket))) inside.push(path);
    else strays.push({ path, keys });
  }
  const verdict = (): IntentVerdict => {
    if (paths.length === 0) return 'noChange';
    if (declared.length === 0) return 'noGoal';
    if (strays.length > 0) return 'strays';
    return inside.length > 0 ? 'fits' : 'unmapped';
  };
  return { verdict: verdict(), inside, strays, unmapped };
}
