import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import { isSameGoal } from '../core/goal/goal';
import type { GoalView } from '../core/views/goalView';
import type { MoreUrgent } from '../core/views/moreUrgent';
import { goalName, rankText } from './goalText';
import { impactSummary } from './impactText';
import { withSource } from './reasonText';
import type { TextOptions } from './textOptions';

/**
 * Says in one sentence whether something more urgent than the work is waiting, and for whom; of what a goal inherits
 * also from which goal.
 */
export function compareText(work: GoalView, more: MoreUrgent | undefined, options: TextOptions): string {
  const own = nameOf(work, options);
  if (!more) return l10n.t('Nothing that can be begun is more urgent than {0}.', own);
  const waiting = nameOf(more.first, options);
  const impact = impactOf(more.first, options);
  const others = more.count - 1;
  if (impact) {
    return others === 0
      ? l10n.t('{0} waits, for {1}; you are on {2}.', waiting, impact, own)
      : l10n.t('{0} waits, for {1}, and {2}; you are on {3}.', waiting, impact, moreText(others), own);
  }
  return others === 0
    ? l10n.t('{0} waits; you are on {1}.', waiting, own)
    : l10n.t('{0} waits, and {1}; you are on {2}.', waiting, moreText(others), own);
}

function moreText(count: number): string {
  return counted(count, { one: l10n.t('{0} more goal', count), other: l10n.t('{0} more goals', count) });
}

function impactOf({ goal, impact }: GoalView, options: TextOptions): string {
  return impact ? withSource(impactSummary(impact.value, options), impact, goal, options) : '';
}

/** "P1 SHOP-7 Checkout", or with a priority that is not its own "SHOP-142 Retry a payment (P1 from SHOP-7)". */
function nameOf({ goal, priority, rank }: GoalView, options: TextOptions): string {
  const name = goalName(goal, options);
  if (!priority) return name;
  return isSameGoal(priority.from, goal)
    ? `${rankText(rank)} ${name}`
    : `${name} (${withSource(rankText(rank), priority, goal, options)})`;
}
