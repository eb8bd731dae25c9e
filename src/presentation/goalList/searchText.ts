import type { GoalView } from '../../core/views/goalView';
import { healthText, levelText, rankName, rankText, spelling } from '../goalText';
import type { TextOptions } from '../textOptions';
import { statusName } from '../trackerWords';

/**
 * The text that a goal is found by: title, key, owner, level, status, health, priority, labels, customers and segments.
 */
export function searchText(view: GoalView, options: Pick<TextOptions, 'spell'>): string {
  const { goal, priority, impact } = view;
  const { customerNames, segments } = impact?.value ?? {};
  return [
    goal.title,
    goal.key,
    // As it is typed in a hurry: SHOP142.
    goal.key.replaceAll('-', ''),
    spelling(goal, options),
    ...(goal.aliases ?? []),
    levelText(goal.level),
    goal.status?.name,
    goal.status && statusName(goal.status.name),
    goal.health && healthText(goal.health),
    goal.owner?.name,
    ...(priority ? [rankText(view.rank), rankName(view.rank), priority.value.label] : [rankName(0)]),
    ...goal.labels,
    ...(customerNames?.value ?? []),
    ...(segments?.value ?? []),
  ]
    .filter((part) => part !== undefined)
    .join('\n');
}
