import type { GoalCatalog } from '../catalog/goalCatalog';
import type { RepositoryHome } from '../catalog/repositoryHome';
import { isClosed, type Goal } from '../goal/goal';
import type { ReferenceRules } from '../links/referenceRules';
import type { PathMap } from '../paths/pathMap';
import { namedKeys } from '../report/namedKeys';
import { goalView } from '../views/goalView';
import type { CheckedCommit } from './checkCommits';
import { declaredIntent, type DeclaredIntent } from './declaredIntent';

/** A branch before it is pushed. */
export interface BranchChange {
  /** The goals that the branch itself is linked to. */
  readonly linked: readonly Goal[];
  /** Its commits that its base does not have. */
  readonly commits: readonly CheckedCommit[];
  readonly catalog: GoalCatalog;
  readonly home: RepositoryHome | undefined;
  /** How commits name goals here. */
  readonly rules: ReferenceRules;
  readonly pathMap: PathMap | undefined;
}

/** Something that a person may want to know before pushing the branch. */
export type BranchConcern =
  /** No goal is named by the branch, a commit or a file. */
  | { readonly kind: 'noGoal'; readonly commits: number }
  | { readonly kind: 'several'; readonly initiatives: readonly Goal[] }
  | { readonly kind: 'closed'; readonly goal: Goal }
  /** The path map assigns files to other initiatives. */
  | { readonly kind: 'outside'; readonly paths: DeclaredIntent['strays'] };

/** The concerns about a branch; none if it has no commits. Merges and bots' commits are ignored. */
export function branchConcerns({
  linked,
  commits,
  catalog,
  home,
  rules,
  pathMap,
}: BranchChange): BranchConcern[] {
  const counted = commits.filter(({ isMerge, isBot }) => !isMerge && !isBot);
  if (counted.length === 0) return [];
  const names = counted.map((commit) => namedKeys(commit, rules));
  const named = names.flatMap(({ keys }) => keys.flatMap((key) => catalog.in(home).find(key) ?? []));
  const goals = [...new Set([...linked, ...named])];
  const paths = [...new Set(counted.flatMap((commit) => commit.paths))];
  if (goals.length === 0) {
    const isExcused = names.every(({ keys, withoutGoal }) => keys.length > 0 || withoutGoal !== undefined);
    const isMapped = paths.some((path) => (pathMap?.match(path)?.keys.length ?? 0) > 0);
    return isExcused || isMapped ? [] : [{ kind: 'noGoal', commits: counted.length }];
  }
  const initiatives = [...new Set(goals.map((goal) => goalView(goal, catalog).initiative))];
  const { strays } = declaredIntent({ declared: goals, paths, pathMap, catalog, home });
  return [
    ...(initiatives.length > 1 ? [{ kind: 'several' as const, initiatives }] : []),
    ...goals.filter(isClosed).map((goal) => ({ kind: 'closed' as const, goal })),
    ...(strays.length > 0 ? [{ kind: 'outside' as const, paths: strays }] : []),
  ];
}
