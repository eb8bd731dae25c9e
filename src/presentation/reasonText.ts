import * as l10n from '@vscode/l10n';
import { isSameGoal, type Goal } from '../core/goal/goal';
import type { GoalView, Inherited } from '../core/views/goalView';
import { healthText, spelling } from './goalText';
import { impactSummary } from './impactText';
import { targetText } from './targetText';
import type { TextOptions } from './textOptions';

/** Why a goal stands where it stands in a list of priorities: "38 customers · 12 Dec 2026, in 20 days · At risk". */
export function reasonText({ goal, impact, target, alsoServes }: GoalView, options: TextOptions): string {
  return [
    impact && withSource(impactSummary(impact.value, options), impact, goal, options),
    target && withSource(dueText(goal, target.value, options), target, goal, options),
    goal.health && goal.health !== 'onTrack' && healthText(goal.health),
    goal.status?.category === 'blocked' && goal.status.name,
    alsoServes.length > 0 &&
      l10n.t('also serves {0}', alsoServes.map((each) => spelling(each, options)).join(', ')),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The text with the goal that it was inherited from: "38 customers from SHOP-7". */
export function withSource(
  text: string,
  { from }: Inherited<unknown>,
  goal: Goal,
  options: Pick<TextOptions, 'spell'>,
): string {
  return text === '' || isSameGoal(from, goal) ? text : l10n.t('{0} from {1}', text, spelling(from, options));
}

function dueText(
  { status }: Goal,
  { date, label }: NonNullable<GoalView['target']>['value'],
  options: TextOptions,
): string {
  const due = {
    targetDate: date,
    ...(label !== undefined && { targetLabel: label }),
    ...(status && { status }),
  };
  const text = targetText(due, options);
  return text ? `${text.date}, ${text.relative}` : '';
}
