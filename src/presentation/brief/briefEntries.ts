import * as l10n from '@vscode/l10n';
import type { BriefEntry, BriefField } from '../../core/brief/fitBrief';
import { untrusted } from '../../core/brief/untrusted';
import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import { describedReason, goalBounds, type GoalBounds } from '../../core/goal/describedSections';
import { isSameGoal, type Goal, type Metric } from '../../core/goal/goal';
import type { ServedGoal } from '../../core/links/servedGoals';
import { trackerWithBrokenEntry } from '../../core/tracker/brokenEntry';
import { goalView, type GoalView } from '../../core/views/goalView';
import { goalName, healthText, levelText, rankName, rankText, spelling } from '../goalText';
import { impactPhrases } from '../impactText';
import { climbText, provenanceText } from '../provenanceText';
import { withSource } from '../reasonText';
import { agoText, targetText } from '../targetText';
import type { TextOptions } from '../textOptions';
import { numberFormat } from '../formats';
import { statusName } from '../trackerWords';

/** What a brief is about: the goal that something serves, and what else it is linked to. */
export interface BriefSubject {
  readonly served: ServedGoal;
  /** Further links: to other goals, or to other items of the same one. */
  readonly others: readonly ServedGoal[];
  /** Keys that are named but that no tracker has. */
  readonly unknown: readonly string[];
  /** The name by which the goal was asked for, so that no code was matched to it. */
  readonly asked?: string | undefined;
}

/** The most characters of others' text that enter a brief. */
const maxText = 1500;
const maxParts = 12;
const maxAddress = 200;

/**
 * What is recorded about a goal, field by field; fields with nothing recorded are absent. Every text has passed
 * `untrusted`.
 */
export function briefEntries(
  { served, others, unknown, asked }: BriefSubject,
  catalog: GoalCatalog,
  options: TextOptions,
): BriefEntry[] {
  const view = goalView(served.goal, catalog);
  const { goal, priority, impact, target } = view;
  const { linked } = served;
  const parts = [served, ...others.filter((each) => isSameGoal(each.goal, goal))];
  const items = parts.map((each) => each.linked).filter((each) => !isSameGoal(each, goal));
  const chains = parts.map((each) => chainTo(each, catalog));
  const views = [...new Set(chains.flat())].map((each) => goalView(each, catalog));
  const bounds = (part: keyof GoalBounds): string[] => boundsOf(chains, part, linked, options);
  const fields: Record<BriefField, readonly (string | false | undefined)[]> = {
    goal: [`${goalName(goal, options)} (${levelText(goal.level)})`],
    status: [standing(goal, options)],
    priority: [
      priority
        ? withSource(
            `${rankText(priority.value.rank)} ${rankName(priority.value.rank)}`,
            priority,
            goal,
            options,
          )
        : rankName(0),
    ],
    why: [reasonOf(view, options)],
    for: [impact && withSource(impactPhrases(impact.value, options).join(', '), impact, goal, options)],
    due: [target && withSource(dueText(goal, target.value, options), target, goal, options)],
    measure: goal.metrics.map((metric) => metricText(metric, options)),
    now: items.map((each) => itemText(goalView(each, catalog), options)),
    doneWhen: bounds('acceptance'),
    outOfScope: bounds('outOfScope'),
    blockedBy: [
      ...[...new Set(views.flatMap(({ dependencies }) => dependencies.openBlockers))].map((each) =>
        [goalName(each, options), each.status && statusName(each.status.name)].filter(Boolean).join(', '),
      ),
      ...new Set(views.flatMap(({ unread }) => unread.blockers.map(unreadText))),
    ],
    alsoServes: [
      ...new Set(
        [...others.map((each) => each.goal), ...view.alsoServes]
          .filter((each) => !isSameGoal(each, goal))
          .map((each) => goalName(each, options)),
      ),
      ...view.unread.above.map(unreadText),
      ...unknown.map((key) => unknownText(key, catalog)),
    ],
    howWeKnow: [
      [
        asked === undefined
          ? provenanceText(served, catalog, options)
          : l10n.t('Asked for: {0}', climbText(served, catalog, options, asked)),
        sourceText(goal, catalog, options),
      ]
        .filter(Boolean)
        .join('; '),
    ],
    address: [addressOf(goal)],
  };
  return (Object.keys(fields) as BriefField[]).flatMap((field): BriefEntry[] => {
    const texts = fields[field].filter((text) => typeof text === 'string');
    const gate = (text: string): string => (field === 'address' ? text : untrusted(text, maxText));
    const parts = texts
      .slice(0, maxParts)
      .map(gate)
      .filter((text) => text !== '');
    if (parts.length === 0) return [];
    const more = texts.length - Math.min(texts.length, maxParts);
    return [{ field, label: labelOf(field), parts, ...(more > 0 && { more }) }];
  });
}

/** What a goal names and no tracker that is read has. */
function unreadText(reference: string): string {
  return l10n.t('{0}, which is not read here', reference);
}

/** The name of a field in a brief. */
function labelOf(field: BriefField): string {
  const labels: Record<BriefField, string> = {
    goal: l10n.t('Goal'),
    status: l10n.t('Status'),
    priority: l10n.t('Priority'),
    why: l10n.t('Why'),
    for: l10n.t('For'),
    due: l10n.t('Due'),
    measure: l10n.t('Measure'),
    now: l10n.t('Now'),
    doneWhen: l10n.t('Done when'),
    outOfScope: l10n.t('Out of scope'),
    blockedBy: l10n.t('Blocked by'),
    alsoServes: l10n.t('Also serves'),
    howWeKnow: l10n.t('How we know'),
    address: l10n.t('Address'),
  };
  return labels[field];
}

function unknownText(key: string, { trackers }: GoalCatalog): string {
  const broken = trackerWithBrokenEntry(trackers, key);
  return broken
    ? l10n.t('{0}, whose entry in {1} has an error', key, broken.name)
    : l10n.t('{0}, which no tracker has', key);
}

/** From what is linked up to the goal, nearest first. */
function chainTo({ goal, linked }: ServedGoal, catalog: GoalCatalog): Goal[] {
  const chain = [linked, ...catalog.ancestors(linked)];
  return chain.slice(0, chain.findIndex((each) => isSameGoal(each, goal)) + 1);
}

function standing({ status, health, progress }: Goal, { language }: TextOptions): string {
  const percent = numberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return [
    status && statusName(status.name),
    health && healthText(health),
    progress !== undefined && percent.format(progress),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Why a goal exists: its own description, or that of its nearest ancestor that has one. */
function reasonOf({ goal, ancestors }: GoalView, options: TextOptions): string | undefined {
  for (const from of [goal, ...ancestors]) {
    const reason = describedReason(from.description ?? '');
    if (reason !== '') return withSource(reason, { value: reason, from }, goal, options);
  }
  return undefined;
}

function dueText(goal: Goal, target: NonNullable<GoalView['target']>['value'], options: TextOptions): string {
  const { date, label } = target;
  const due = { targetDate: date, ...(label !== undefined && { targetLabel: label }) };
  const text = targetText({ ...due, ...(goal.status && { status: goal.status }) }, options);
  return text ? `${text.date}, ${text.relative}` : '';
}

function metricText({ name, unit, baseline, current, target }: Metric, { language }: TextOptions): string {
  const format = numberFormat(language, { maximumFractionDigits: 2 });
  const figure = (value: number): string => [format.format(value), unit].filter(Boolean).join(' ');
  const steps = [
    current !== undefined && l10n.t('now {0}', figure(current)),
    target !== undefined && l10n.t('target {0}', figure(target)),
    baseline !== undefined && l10n.t('from {0}', figure(baseline)),
  ].filter(Boolean);
  return steps.length > 0 ? `${name}: ${steps.join(', ')}` : name;
}

function itemText(view: GoalView, options: TextOptions): string {
  const { goal, target } = view;
  const own = target && isSameGoal(target.from, goal) && dueText(goal, target.value, options);
  return [
    `${goalName(goal, options)} (${levelText(goal.level)})`,
    standing(goal, options),
    own && l10n.t('due {0}', own),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The bounds from the nearest goal of each chain that states any, with its name if that is not the linked goal. */
function boundsOf(
  chains: readonly (readonly Goal[])[],
  part: keyof GoalBounds,
  linked: Goal,
  options: TextOptions,
): string[] {
  const sources = chains.flatMap((chain) => chain.find((each) => goalBounds(each)[part].length > 0) ?? []);
  return [...new Set(sources)].flatMap((from) => {
    const [first = '', ...rest] = goalBounds(from)[part];
    return [isSameGoal(from, linked) ? first : `(${spelling(from, options)}) ${first}`, ...rest];
  });
}

/** Where the goal was read, and how long ago. */
function sourceText(goal: Goal, catalog: GoalCatalog, options: TextOptions): string {
  const tracker = catalog.trackers.find(({ id }) => id === goal.trackerId);
  if (!tracker) return '';
  const { name, folder, asOf } = tracker;
  // A file in the folder is read on demand.
  if (folder !== undefined) return l10n.t('{0}, as it is now', name);
  return asOf === undefined
    ? l10n.t('{0}, of unknown age', name)
    : l10n.t('{0}, read {1}', name, agoText(asOf, options));
}

/** The goal's own address, the only link in a brief: plain, and too short to smuggle in other text. */
function addressOf({ url }: Goal): string | undefined {
  return url !== undefined && url.length <= maxAddress && /^https:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/.test(url)
    ? url
    : undefined;
}
