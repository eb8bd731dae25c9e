import * as l10n from '@vscode/l10n';
import { isSameGoal, type Goal } from '../core/goal/goal';
import { plainLine } from '../core/plainText';
import type { GoalView } from '../core/views/goalView';
import { ellipsis, healthText, levelText, rankText, spelling } from './goalText';
import { impactSummary } from './impactText';
import { targetText } from './targetText';
import type { TextOptions } from './textOptions';
import { statusName } from './trackerWords';

/** A goal in a few lines of plain text, for hovers and tooltips. */
export interface GoalCard {
  /** "P1 · Retry a payment that fails". */
  readonly title: string;
  readonly key: string;
  /** As people write it here: "#142". */
  readonly spelling: string;
  /** Whether it, or a goal that it is part of, is closed. */
  readonly warning?: string;
  /** "In progress · Ana Ruiz · due in 6 days · waits for PAY-3". */
  readonly facts: string;
  /** The initiative that it serves, if that is another goal. */
  readonly reason?: { readonly title: string; readonly spelling: string };
  /** "38 customers, 112 requests · priority and impact from SHOP-7"; empty if nothing is recorded. */
  readonly impact: string;
  readonly hasUrl: boolean;
  /** Whether it or a goal above has somebody to ask. */
  readonly hasOwner: boolean;
}

const maxTitle = 160;
const maxName = 60;
const maxBlockers = 3;

/** A goal as a compact card. Inherited values name the goal that they come from. */
export function goalCard(view: GoalView, options: TextOptions): GoalCard {
  const { goal, initiative, rank } = view;
  const title = ellipsis(plainLine(goal.title), maxTitle);
  const warning = warningOf(view, options);
  return {
    title: rank > 0 ? `${rankText(rank)} · ${title}` : title,
    key: goal.key,
    spelling: spelling(goal, options),
    ...(warning !== undefined && { warning }),
    facts: factsOf(view, options),
    ...(!isSameGoal(initiative, goal) && {
      reason: {
        title: ellipsis(plainLine(initiative.title), maxTitle),
        spelling: spelling(initiative, options),
      },
    }),
    impact: impactOf(view, options),
    hasUrl: goal.url !== undefined,
    hasOwner: [goal, ...view.ancestors].some(({ owner }) => owner),
  };
}

function warningOf({ goal, isClosed, closedAncestor }: GoalView, options: TextOptions): string | undefined {
  if (isClosed && goal.status) return l10n.t('Closed: {0}', short(statusName(goal.status.name)));
  if (!closedAncestor?.status) return undefined;
  const name = spelling(closedAncestor, options);
  return l10n.t('{0} above it is closed: {1}', name, short(statusName(closedAncestor.status.name)));
}

function factsOf({ goal, isClosed, target, dependencies }: GoalView, options: TextOptions): string {
  const { openBlockers } = dependencies;
  // A date is never inherited silently: the card shows only the goal's own.
  const due = isClosed || !target || !isSameGoal(target.from, goal) ? undefined : targetText(goal, options);
  return [
    goal.level !== 'item' && levelText(goal.level),
    !isClosed && goal.status && short(statusName(goal.status.name)),
    goal.owner && short(goal.owner.name),
    due && (due.urgency === 'overdue' ? due.relative : l10n.t('due {0}', goal.targetLabel ?? due.relative)),
    goal.health && goal.health !== 'onTrack' && healthText(goal.health),
    openBlockers.length > 0 && l10n.t('waits for {0}', named(openBlockers, options)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function impactOf({ goal, impact, priority }: GoalView, options: TextOptions): string {
  const summary = impact ? impactSummary(impact.value, options) : '';
  return [summary, inheritedText(priority?.from, summary === '' ? undefined : impact?.from, goal, options)]
    .filter(Boolean)
    .join(' · ');
}

/** Which goals priority and impact come from: "P1 and impact from SHOP-7". */
function inheritedText(
  priority: Goal | undefined,
  impact: Goal | undefined,
  goal: Goal,
  options: TextOptions,
): string {
  const fromOther = (from: Goal | undefined): string | undefined =>
    from && !isSameGoal(from, goal) ? spelling(from, options) : undefined;
  const [ofPriority, ofImpact] = [fromOther(priority), fromOther(impact)];
  if (ofPriority !== undefined && ofPriority === ofImpact) {
    return l10n.t('priority and impact from {0}', ofPriority);
  }
  return [
    ofPriority !== undefined && l10n.t('priority from {0}', ofPriority),
    ofImpact !== undefined && l10n.t('impact from {0}', ofImpact),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The first few of these goals. */
function named(goals: readonly Goal[], options: TextOptions): string {
  const names = goals.slice(0, maxBlockers).map((each) => spelling(each, options));
  return goals.length > maxBlockers ? `${names.join(', ')}, …` : names.join(', ');
}

function short(text: string): string {
  return ellipsis(plainLine(text), maxName);
}

/** One line of a card: its icon, if any, and its text; `name` appears in bold before the text. */
export interface CardLine {
  readonly icon?: string;
  readonly name?: string;
  readonly text: string;
}

/** A card for tooltips, which are made of lines. */
export function cardLines({ title, spelling, warning, facts, reason, impact }: GoalCard): CardLine[] {
  return [
    { name: title, text: spelling },
    ...(warning === undefined ? [] : [{ icon: 'warning', text: warning }]),
    ...(facts === '' ? [] : [{ text: facts }]),
    ...(reason ? [{ icon: 'type-hierarchy', name: reason.title, text: reason.spelling }] : []),
    ...(impact === '' ? [] : [{ icon: 'organization', text: impact }]),
  ];
}
