import { normalizeKey } from '../core/goal/goalKey';
import { goalView } from '../core/views/goalView';
import { compareRanked } from '../core/views/ranking';
import type { Workspace } from '../workspace/workspace';

/** As many as a client shows at once. */
const most = 50;

/** The keys that start with the input, those of open and urgent goals first. */
export function matchingKeys({ catalog, folder }: Workspace, typed: string): string[] {
  const start = normalizeKey(typed);
  return catalog
    .all(folder)
    .filter(({ key }) => normalizeKey(key).startsWith(start))
    .map((goal) => goalView(goal, catalog))
    .sort((a, b) => Number(a.isClosed) - Number(b.isClosed) || compareRanked(a, b))
    .slice(0, most)
    .map(({ goal }) => goal.key);
}
