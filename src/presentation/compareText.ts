import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import type { GoalView } from '../core/views/goalView';
import type { MoreUrgent } from '../core/views/moreUrgent';
import { goalName, rankText } from './goalText';
import { impactSummary } from './impactText';
import type { TextOptions } from './textOptions';

/** Says in one sentence whether something more urgent than the work is waiting, and for whom. */
export function compareText(work: GoalView, more: MoreUrgent | undefined, options: TextOptions): string {
  const own = nameOf(work, options);
  if (!more) return l10n.t('Nothing that can be begun is more urgent than {0}.', own);
  const waiting = nameOf(more.first, options);
  const impact = more.first.impact && impactSummary(more.first.impact.value, options);
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

function nameOf({ goal, rank }: GoalView, options: TextOptions): string {
  const name = goalName(goal, options);
  return rank === 0 ? name : `${rankText(rank)} ${name}`;
}
