import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { Goal } from '../../core/goal/goal';
import { recordOf, type WrittenRecord } from '../../teamFiles/record/recordOf';

/** What leaves a workspace. */
export interface ExportChoice {
  readonly withRevenue: boolean;
}

/** Every goal of a folder, as a record that can be understood without the tracker it comes from. */
export function exportedRecords(
  catalog: GoalCatalog,
  folder: string,
  { withRevenue }: ExportChoice,
): WrittenRecord[] {
  const goals = catalog.all(folder);
  const holders = new Map<string, number>();
  for (const { id } of goals) holders.set(id, (holders.get(id) ?? 0) + 1);
  return goals.map((goal) => {
    const { id, ...record } = recordOf(withRevenue ? goal : withoutRevenue(goal));
    const isUnique = id !== undefined && holders.get(id) === 1;
    return { ...record, ...(isUnique && { id }), ...spellings(goal, record['references'], catalog) };
  });
}

/** The number that people write is in the address, for trackers that count: no key says it. */
function spellings(goal: Goal, listed: unknown, { numbers }: GoalCatalog): { readonly references?: unknown } {
  if (goal.url === undefined || !numbers.numberOf(goal)) return {};
  return { references: [...((listed as readonly string[] | undefined) ?? []), goal.url] };
}

function withoutRevenue({ impact, ...goal }: Goal): Goal {
  if (!impact) return goal;
  const others = Object.fromEntries(Object.entries(impact).filter(([part]) => part !== 'revenue'));
  return Object.keys(others).length > 0 ? { ...goal, impact: others } : goal;
}
