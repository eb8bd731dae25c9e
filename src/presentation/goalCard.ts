import * as l10n from '@vscode/l10n';
import { isClosed, isSameGoal, type Goal } from '../core/goal/goal';
import type { GoalView } from '../core/views/goalView';
import { healthText, rankText, spelling } from './goalText';
import { impactSummary } from './impactText';
import { withSource } from './reasonText';
import { targetText } from './targetText';
import type { TextOptions } from './textOptions';

/** One line of a card: its icon, where it has one, and its text; `name` is set in bold before the text. */
export interface CardLine {
  readonly icon?: string;
  readonly name?: string;
  readonly text: string;
}

/** A goal in the few lines of a tooltip: what, whose priority, until when, and the initiative as its reason. */
export function goalCard(view: GoalView, options: TextOptions): CardLine[] {
  const { goal, initiative } = view;
  const rank = view.priority ? `${rankText(view.rank)} · ` : '';
  return [
    { name: rank + goal.title, text: spelling(goal, options) },
    ...warningOf(view, options),
    { text: standingText(view, options) },
    ...(isSameGoal(goal, initiative)
      ? []
      : [{ icon: 'type-hierarchy', name: initiative.title, text: reasonOf(initiative, options) }]),
    { icon: 'organization', text: impactText(view, options) },
  ].filter(({ text }) => text !== '');
}

/** Work on something that is over, or under something that is over, is worth a word. */
function warningOf({ goal, isClosed, closedAncestor }: GoalView, options: TextOptions): CardLine[] {
  if (isClosed && goal.status) {
    return [{ icon: 'warning', text: l10n.t('Closed: {0}', goal.status.name) }];
  }
  if (!closedAncestor?.status) return [];
  const text = l10n.t(
    '{0} above it is closed: {1}',
    spelling(closedAncestor, options),
    closedAncestor.status.name,
  );
  return [{ icon: 'warning', text }];
}

function standingText(view: GoalView, options: TextOptions): string {
  const { goal, priority, target } = view;
  const isOwn = priority && isSameGoal(priority.from, goal);
  const due = target && dueText(view, options);
  return joined([
    priority && !isOwn && withSource(rankText(view.rank), priority, goal, options),
    !isClosed(goal) && goal.status?.name,
    !isClosed(goal) && goal.health && healthText(goal.health),
    due && withSource(due, target, goal, options),
    goal.owner?.name,
  ]);
}

function impactText({ goal, impact, dependencies }: GoalView, options: TextOptions): string {
  const blockers = dependencies.openBlockers.map((each) => spelling(each, options));
  return joined([
    impact && withSource(impactSummary(impact.value, options), impact, goal, options),
    blockers.length > 0 && l10n.t('waits for {0}', blockers.join(', ')),
  ]);
}

function reasonOf(initiative: Goal, options: TextOptions): string {
  return joined([
    spelling(initiative, options),
    initiative.health && initiative.health !== 'onTrack' && healthText(initiative.health),
  ]);
}

function dueText({ goal, target }: GoalView, options: TextOptions): string | undefined {
  if (!target || isClosed(goal)) return undefined;
  const { date, label } = target.value;
  const text = targetText({ targetDate: date }, options);
  if (!text) return undefined;
  if (text.urgency === 'overdue') return `${text.relative}, ${label ?? text.date}`;
  return label ?? l10n.t('due {0}, {1}', text.relative, text.date);
}

function joined(parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(' · ');
}
