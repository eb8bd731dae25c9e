import type { Goal } from '../core/goal/goal';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import type { ServedGoal } from '../core/links/servedGoals';
import type { GoalView } from '../core/views/goalView';
import { whyNow, type Reason } from '../core/views/whyNow';
import { goalName, healthText, levelText, rankName, rankText } from './goalText';
import { impactPhrases } from './impactText';
import { oneLine } from './oneLine';
import { provenanceText } from './provenanceText';
import { withSource } from './reasonText';
import { agoText, targetText } from './targetText';
import type { TextOptions } from './textOptions';

/** One line of a brief: what it is about, and what is recorded of it. */
export type BriefLine = readonly [label: string, text: string];

/** A goal in a few plain lines, the most telling first; what is not recorded is left out. */
export function briefLines(view: GoalView, catalog: GoalCatalog, options: TextOptions): BriefLine[] {
  const { goal, priority, impact, ancestors } = view;
  const { owner, progress, status, health, url } = goal;
  const tracker = catalog.trackers.find(({ id }) => id === goal.trackerId);
  const lines: (BriefLine | false | undefined)[] = [
    ['Goal', `${goalName(goal, options)} (${levelText(goal.level)})`],
    (status ?? health) && [
      'Status',
      [status?.name, health && healthText(health)].filter(Boolean).join(' · '),
    ],
    [
      'Priority',
      priority
        ? withSource(
            `${rankText(priority.value.rank)} ${rankName(priority.value.rank)}`,
            priority,
            goal,
            options,
          )
        : rankName(0),
    ],
    impact && ['For', withSource(impactPhrases(impact.value, options).join(' · '), impact, goal, options)],
    dueLine(view, options),
    progress !== undefined && ['Progress', `${Math.round(progress * 100)}%`],
    owner && ['Owner', owner.name],
    goal.description !== undefined && ['Why', firstParagraph(goal.description)],
    ancestors.length > 0 && ['Toward', ancestors.map((each) => goalName(each, options)).join(' → ')],
    ...linkLines(view, options),
    ...reasonLines(whyNow(view, dayOf(options.now)), options),
    url !== undefined && ['Address', url],
    tracker?.asOf !== undefined && ['As of', `${agoText(tracker.asOf, options)}, ${tracker.name}`],
  ];
  return lines
    .filter((line) => line !== false && line !== undefined)
    .map(([label, text]) => [label, oneLine(text)]);
}

/** How code was matched to a goal, as a line of its brief. */
export function knownBy(
  served: ServedGoal,
  catalog: GoalCatalog,
  options: Pick<TextOptions, 'spell'> = {},
): BriefLine {
  return ['How we know', oneLine(provenanceText(served, catalog, options))];
}

function dueLine({ goal, target }: GoalView, options: TextOptions): BriefLine | undefined {
  if (!target) return undefined;
  const { date, label } = target.value;
  const due = { targetDate: date, ...(label !== undefined && { targetLabel: label }) };
  const text = targetText({ ...due, ...(goal.status && { status: goal.status }) }, options);
  return text && ['Due', withSource(`${text.date}, ${text.relative}`, target, goal, options)];
}

function linkLines(
  { alsoServes, unknownReferences }: GoalView,
  options: Pick<TextOptions, 'spell'>,
): BriefLine[] {
  const lines: BriefLine[] = [
    ['Also serves', alsoServes.map((goal) => goalName(goal, options)).join(', ')],
    ['Not read', unknownReferences.join(', ')],
  ];
  return lines.filter(([, text]) => text !== '');
}

function reasonLines(reasons: readonly Reason[], options: Pick<TextOptions, 'spell'>): BriefLine[] {
  const named = (goals: readonly Goal[]): string => goals.map((goal) => goalName(goal, options)).join(', ');
  return reasons.flatMap((reason): BriefLine[] => {
    if (reason.kind === 'blocked' && reason.by.length > 0) return [['Blocked by', named(reason.by)]];
    if (reason.kind === 'blocks') return [['Blocks', named(reason.goals)]];
    return [];
  });
}

function firstParagraph(text: string): string {
  const [first = ''] = text.trim().split(/\n\s*\n/);
  return first.replace(/\s+/g, ' ');
}

function dayOf(time: number): string {
  const date = new Date(time);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
