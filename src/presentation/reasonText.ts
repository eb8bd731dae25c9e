import type { RankedGoal } from '../core/catalog/ranking';
import { healthText } from './goalText';
import { impactSummary } from './impactText';
import { targetText } from './targetText';
import type { TextOptions } from './textOptions';

/** Why a goal stands where it stands in a list of priorities: "38 customers · 12 Dec 2026, in 20 days · At risk". */
export function reasonText({ goal, impact, targetDate }: RankedGoal, options: TextOptions): string {
  const target = targetText(targetDate && !goal.targetDate ? { ...goal, targetDate } : goal, options);
  return [
    impact && impactSummary(impact, options),
    target && `${target.date}, ${target.relative}`,
    goal.health && goal.health !== 'onTrack' && healthText(goal.health),
    goal.status?.category === 'blocked' && goal.status.name,
  ]
    .filter(Boolean)
    .join(' · ');
}
