import type { ServedGoal } from '../core/links/servedGoals';
import type { GoalView, Inherited } from '../core/views/goalView';
import { revenueText } from '../presentation/impactText';
import type { TextOptions } from '../presentation/textOptions';

/** A goal as `--format json` prints it, without what no tracker records. */
export function goalRecord(view: GoalView, options: TextOptions): Record<string, unknown> {
  const { goal, ancestors, priority, impact, target, rank, isClosed } = view;
  const from = ({ from }: Inherited<unknown>): object => (from === goal ? {} : { from: from.key });
  return {
    key: goal.key,
    title: goal.title,
    level: goal.level,
    closed: isClosed,
    ...(goal.status && { status: goal.status }),
    ...(goal.health && { health: goal.health }),
    rank,
    ...(priority && { priority: { ...priority.value, ...from(priority) } }),
    ...(impact && { impact: { ...impactRecord(impact, options), ...from(impact) } }),
    ...(target && { target: { ...target.value, ...from(target) } }),
    ...(goal.owner && { owner: goal.owner.name }),
    ...(goal.progress !== undefined && { progress: goal.progress }),
    chain: ancestors.map(({ key }) => key),
    ...(view.alsoServes.length > 0 && { alsoServes: view.alsoServes.map(({ key }) => key) }),
    blockedBy: view.dependencies.openBlockers.map(({ key }) => key),
    ...(view.unknownReferences.length > 0 && { notRead: view.unknownReferences }),
    ...(goal.closedAt !== undefined && { closedAt: goal.closedAt }),
    ...(goal.url !== undefined && { url: goal.url }),
    tracker: goal.trackerId,
  };
}

/** A served goal with the link that says so. */
export function servedRecord({ goal, linked, link }: ServedGoal): Record<string, unknown> {
  return { goal: goal.key, linked: linked.key, provenance: link.provenance };
}

/** The recorded impact, except that revenue is a band here too, and absent if it is hidden. */
function impactRecord({ value: impact }: NonNullable<GoalView['impact']>, options: TextOptions): object {
  const { revenue, quotes, ...parts } = impact;
  return {
    ...Object.fromEntries(Object.entries(parts).map(([part, { value }]) => [part, value as unknown])),
    ...(quotes && { quotes: quotes.value.map(({ text, source }) => ({ text, ...(source && { source }) })) }),
    ...(revenue && options.revenue !== 'hidden' && { revenue: revenueText(revenue.value, options) }),
  };
}
