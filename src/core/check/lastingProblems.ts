import type { GoalCatalog } from '../catalog/goalCatalog';

/**
 * The problems of a folder's goals file that remain once other trackers are considered: a reference beyond a file's own
 * goals is a problem only if no tracker has the goal, which is unknown until all are read.
 */
export function lastingProblems<Problem extends { readonly missing?: string }>(
  problems: readonly Problem[],
  catalog: GoalCatalog,
  folder: string,
): readonly Problem[] {
  const isComplete = catalog.trackers.every(({ phase }) => phase === 'ready');
  const references = catalog.in({ folder, remotes: [] });
  return problems.filter(({ missing }) => missing === undefined || (isComplete && !references.find(missing)));
}
