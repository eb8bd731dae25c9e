import { isSameGoal } from '../core/goal/goal';
import type { GoalView, Inherited } from '../core/views/goalView';
import { healthText, rankName, rankText, spelling } from '../presentation/goalText';
import type { TextOptions } from '../presentation/textOptions';
import type { Standing } from './contract/goalSheet';
import { priorityName, statusName } from '../presentation/trackerWords';

/** How a goal stands: priority, status and health, in words. */
export function standing(view: GoalView, options: Pick<TextOptions, 'spell'>): Standing {
  const { status, health } = view.goal;
  return {
    priority: {
      rank: view.rank,
      short: rankText(view.rank),
      label: view.priority ? priorityName(view.priority.value.label) : rankName(0),
      ...fromOf(view.priority, view, options),
    },
    ...(status && { status: { label: statusName(status.name), category: status.category } }),
    ...(health && { health: { label: healthText(health), value: health } }),
  };
}

/** The key of the goal that a value was inherited from; nothing for the goal's own value. */
export function fromOf(
  found: Inherited<unknown> | undefined,
  { goal }: GoalView,
  options: Pick<TextOptions, 'spell'>,
): { from?: string } {
  return found && !isSameGoal(found.from, goal) ? { from: spelling(found.from, options) } : {};
}
