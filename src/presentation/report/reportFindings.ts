import * as l10n from '@vscode/l10n';
import { notRepresentative, type AlignmentReport } from '../../core/report/alignmentReport';
import { linksOfChains, type ChainLink } from '../../core/report/blockedChains';
import { dayUnits } from '../../core/report/dayUnits';
import { clockDays, dayOf } from '../../core/report/reportPeriod';
import { shareOf } from '../../core/report/tally';
import type { Goal, Rank } from '../../core/goal/goal';
import { rankText } from '../goalText';
import { oneLine } from '../oneLine';
import { dateText, daysText, percentText } from './figures';
import type { Finding } from './reportSchema';

/** What the wording of findings depends on. */
export interface FindingOptions {
  readonly language: string;
  /** Epoch seconds from which days without a landing are counted back. */
  readonly asOf: number;
  /** How a goal is written here. */
  readonly spell: (goal: Goal) => string;
}

/** The most findings of one kind; any more are only counted. */
const maxNamed = 3;

/** The findings of a report, each a fact with evidence and at most one question, most urgent first. */
export function reportFindings(report: AlignmentReport, options: FindingOptions): Finding[] {
  return [
    ...representative(report, options),
    ...stale(report, options),
    ...waiting(report, options),
    ...inverted(report, options),
    ...withoutPriority(report, options),
    ...closed(report, options),
    ...unknown(report, options),
  ];
}

function representative({ unlinked, effort }: AlignmentReport, { language }: FindingOptions): Finding[] {
  if (effort === 0 || unlinked.strict <= notRepresentative) return [];
  const text = l10n.t(
    'Not representative: commits behind {0} of the effort name no goal.',
    percentText(unlinked.strict, language),
  );
  return [{ rule: 'not-representative', severity: 'warning', ...noOne, text }];
}

function stale(
  { stale: found, period }: AlignmentReport,
  { language, asOf, spell }: FindingOptions,
): Finding[] {
  return found.map(({ goal, rank, lastLanded }) => ({
    rule: 'stale-urgent-goal',
    severity: 'warning',
    ...of(goal, rank, spell),
    text:
      lastLanded === undefined
        ? l10n.t(
            '{0}, and nothing has landed on it since {1}: perhaps the work is elsewhere.',
            rankText(rank),
            dateText(period.from, language),
          )
        : l10n.t(
            '{0}, and nothing has landed on it for {1} days.',
            rankText(rank),
            Math.floor(clockDays(lastLanded, asOf, period.timeZone)),
          ),
    question: l10n.t('Is it still {0}?', rankText(rank)),
  }));
}

function waiting({ chains }: AlignmentReport, { spell }: FindingOptions): Finding[] {
  const found = new Map<string, Finding>();
  const add = (rule: string, { goal, rank }: ChainLink, text: string, question: string): void => {
    const key = `${rule}\n${goal.trackerId}\n${goal.key}`;
    if (!found.has(key))
      found.set(key, { rule, severity: 'warning', ...of(goal, rank, spell), text, question });
  };
  for (const link of linksOfChains(chains)) {
    const lower = link.waitsFor.filter((each) => each.isLower);
    if (lower.length > 0) {
      const names = lower.map(({ goal, rank }) => nameWithRank(spell(goal), rank)).join(', ');
      add(
        'waits-for-lower',
        link,
        l10n.t('{0}, and waits for {1}.', rankText(link.rank), names),
        l10n.t('Is what it waits for urgent enough?'),
      );
    }
    const circle = link.waitsFor.find((each) => each.isCycle);
    if (circle) {
      add(
        'waits-in-circle',
        link,
        l10n.t('It waits for {0}, which waits for it in turn.', spell(circle.goal)),
        l10n.t('Which comes first?'),
      );
    }
  }
  return [...found.values()];
}

function inverted({ inversions, effort }: AlignmentReport, { language, spell }: FindingOptions): Finding[] {
  return inversions.map(({ goal, rank, over }) => {
    const share = shareOf(
      over.reduce((sum, row) => sum + row.effort, 0),
      effort,
    );
    const names = over.flatMap(({ subject, rank }) =>
      subject.kind === 'goal' ? nameWithRank(spell(subject.goal), rank) : [],
    );
    const shown = names.slice(0, maxNamed).join(', ');
    const more = names.length - maxNamed;
    return {
      rule: 'priority-inversion',
      severity: 'warning',
      ...of(goal, rank, spell),
      text: l10n.t(
        '{0} and open, and got no effort, while {1} of it went to less urgent goals: {2}.',
        rankText(rank),
        percentText(share, language),
        more > 0 ? l10n.t('{0} and {1} more', shown, more) : shown,
      ),
      question: l10n.t('What does it wait for?'),
    };
  });
}

function withoutPriority(report: AlignmentReport, { language, spell }: FindingOptions): Finding[] {
  return report.rows.flatMap(({ subject, rank, effort }) => {
    if (subject.kind !== 'goal' || rank !== 0 || effort === 0) return [];
    return {
      rule: 'no-priority',
      severity: 'info',
      ...of(subject.goal, 0, spell),
      text: l10n.t('It has no priority, and got {0}.', amount(report, effort, language)),
      question: l10n.t('What is its priority?'),
    };
  });
}

function closed(report: AlignmentReport, { language, spell }: FindingOptions): Finding[] {
  return report.closed.map(({ goal, rank, effort, isAfterwards }) => {
    const isDropped = goal.status?.category === 'dropped';
    const got = amount(report, effort, language);
    const day = goal.closedAt === undefined ? '' : dayOf(Date.parse(goal.closedAt), report.period.timeZone);
    const text = !isAfterwards
      ? isDropped
        ? l10n.t('It got {0} and is dropped now; the day is not recorded.', got)
        : l10n.t('It got {0} and is done now; the day is not recorded.', got)
      : isDropped
        ? l10n.t('It got {0} after it was dropped on {1}.', got, dateText(day, language))
        : l10n.t('It got {0} after it was done on {1}.', got, dateText(day, language));
    return {
      rule: isDropped ? 'dropped-goal' : 'closed-goal',
      severity: isAfterwards ? 'warning' : 'info',
      ...of(goal, rank, spell),
      text,
      ...(isAfterwards && { question: l10n.t('Reopen it, or link the work elsewhere?') }),
    };
  });
}

function unknown(report: AlignmentReport, { language }: FindingOptions): Finding[] {
  return report.unknownKeys.map(({ key, effort }) => ({
    rule: 'unknown-goal',
    severity: 'info',
    reference: key,
    title: null,
    rank: null,
    text: l10n.t('None of the trackers read here has it, and it got {0}.', amount(report, effort, language)),
  }));
}

/** Effort in words: person-days if they may be shown, else a share. */
function amount({ crowd, effort: whole }: AlignmentReport, effort: number, language: string): string {
  return crowd.isSmall
    ? l10n.t('{0} of the effort', percentText(shareOf(effort, whole), language))
    : l10n.t('{0} person-days', daysText(effort / dayUnits, language));
}

const noOne = { reference: null, title: null, rank: null } as const;

/** The goal that a finding is about, as fields of the finding. */
function of(
  goal: Goal,
  rank: Rank,
  spell: FindingOptions['spell'],
): Pick<Finding, 'reference' | 'title' | 'rank'> {
  return { reference: spell(goal), title: oneLine(goal.title), rank };
}

function nameWithRank(name: string, rank: Rank): string {
  return `${name} (${rankText(rank)})`;
}
