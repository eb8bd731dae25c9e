import { isSameGoal } from '../core/goal/goal';
import type { GoalView, Inherited } from '../core/views/goalView';
import { healthText, rankName, rankText } from '../presentation/goalText';
import type { Standing } from './contract/goalSheet';

/** How a goal stands: priority, status and health, in words. */
export function standing(view: GoalView): Standing {
  const { status, health } = view.goal;
  return {
    priority: {
      rank: view.rank,
      short: rankText(view.rank),
      label: view.priority?.value.label ?? rankName(0),
      ...fromOf(view.priority, view),
    },
    ...(status && { status: { label: status.name, category: status.category } }),
    ...(health && { health: { label: healthText(health), value: health } }),
  };
}

/** The key of the goal that a value was inherited from; nothing where it is the goal's own. */
export function fromOf(found: Inherited<unknown> | undefined, { goal }: GoalView): { from?: string } {
  return found && !isSameGoal(found.from, goal) ? { from: found.from.key } : {};
}
