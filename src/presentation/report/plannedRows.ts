import { normalizeKey } from '../../core/goal/goalKey';
import type { Goal, Level } from '../../core/goal/goal';
import type { EffortRow } from '../../core/report/goalEffort';
import { goalView } from '../../core/views/goalView';
import { compareRanked } from '../../core/views/ranking';
import type { RecordContext } from './recordContext';

/** The rows of goals, with one for each goal of the level that has a target and got no effort. */
export function withPlannedRows(
  rows: readonly EffortRow[],
  level: Level,
  { plan, catalog }: Pick<RecordContext, 'plan' | 'catalog'>,
): EffortRow[] {
  const goals = rows.filter(({ subject }) => subject.kind === 'goal');
  const there = new Set(goals.map((row) => normalizeKey(goalOf(row)?.key ?? '')));
  const planned = [...plan.keys()].flatMap((name): EffortRow[] => {
    const goal = there.has(normalizeKey(name)) ? undefined : catalog.find(name);
    if (goal?.level !== level) return [];
    const { rank } = goalView(goal, catalog);
    const subject = { kind: 'goal', goal } as const;
    return [{ subject, rank, effort: 0, changes: 0, share: 0, range: { low: 0, high: 0 } }];
  });
  if (planned.length === 0) return goals;
  return [...goals, ...planned].sort((a, b) => {
    const [one, other] = [goalOf(a), goalOf(b)];
    return one && other ? compareRanked(goalView(one, catalog), goalView(other, catalog)) : 0;
  });
}

function goalOf({ subject }: EffortRow): Goal | undefined {
  return subject.kind === 'goal' ? subject.goal : undefined;
}
