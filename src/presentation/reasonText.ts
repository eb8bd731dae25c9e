import * as l10n from '@vscode/l10n';
import { isClosed, isSameGoal, type Goal } from '../core/goal/goal';
import type { GoalView, Inherited } from '../core/views/goalView';
import { healthText, rankText, spelling } from './goalText';
import { impactSummary } from './impactText';
import { targetText } from './targetText';
import type { TextOptions } from './textOptions';

/** The most parts in a line: nobody reads more. */
const maxParts = 4;

/**
 * Why a goal is where it is in a list of priorities, most urgent reason first, at most four parts: "2 days overdue · P1
 * from SHOP-7 · 38 customers from SHOP-7 · waits for PAY-3".
 */
export function reasonText(view: GoalView, options: TextOptions): string {
  return reasonParts(view, options).join(' · ');
}

/** The parts of that line. */
export function reasonParts(view: GoalView, options: TextOptions): string[] {
  const { goal, priority, impact, target, alsoServes } = view;
  const due = target && dueText(view, options);
  const dueLine = due && withSource(due.text, target, goal, options);
  const own = priority && isSameGoal(priority.from, goal);
  return [
    due?.isPressing && dueLine,
    priority && !own && withSource(rankText(view.rank), priority, goal, options),
    impact && withSource(impactSummary(impact.value, options), impact, goal, options),
    goal.health && goal.health !== 'onTrack' && healthText(goal.health),
    ...dependencyTexts(view, options),
    due && !due.isPressing && dueLine,
    alsoServes.length > 0 &&
      l10n.t('also serves {0}', alsoServes.map((each) => spelling(each, options)).join(', ')),
  ]
    .filter((part): part is string => Boolean(part))
    .slice(0, maxParts);
}

/** What the goal waits for, or the status that says it is blocked, and what waits for it. */
function dependencyTexts({ goal, dependencies }: GoalView, options: TextOptions): string[] {
  const names = (goals: readonly Goal[]): string => goals.map((each) => spelling(each, options)).join(', ');
  const { openBlockers } = dependencies;
  const waiting = dependencies.blocks.filter((each) => !isClosed(each));
  return [
    ...(openBlockers.length > 0 ? [l10n.t('waits for {0}', names(openBlockers))] : []),
    ...(openBlockers.length === 0 && goal.status?.category === 'blocked' ? [goal.status.name] : []),
    ...(waiting.length > 0 ? [l10n.t('{0} waits for it', names(waiting))] : []),
  ];
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
  { goal, target }: GoalView,
  options: TextOptions,
): { text: string; isPressing: boolean } | undefined {
  if (!target) return undefined;
  const { date, label } = target.value;
  const text = targetText({ targetDate: date, ...(goal.status && { status: goal.status }) }, options);
  if (!text || text.urgency === 'met') return undefined;
  if (text.urgency === 'overdue') return { text: text.relative, isPressing: true };
  // A period is shown as a period.
  return { text: label ?? l10n.t('due {0}', text.relative), isPressing: text.urgency === 'soon' };
}
