import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import { nothing, type FigureWriter } from './figureWriter';
import { evidenceLabel, goalLabel, isWide, priorityLabel } from './reportLabels';
import type { GoalFacts, PriorityName, ReportRecord } from './reportSchema';
import type { ReportSection } from './reportSection';
import { numberFormat } from '../formats';

/** Effort by goal. */
export function effortSection(record: ReportRecord, write: FigureWriter): ReportSection {
  const { goals, unknown, noGoal, totals } = record;
  const hasTargets = goals.some(({ target }) => target !== undefined);
  const row = (name: string, facts: Omit<GoalFacts, 'reference' | 'title' | 'level' | 'rank'>): string[] => [
    name,
    write.percent(facts.share),
    write.days(facts.personDays),
    write.range(facts.range) + (isWide(facts) ? ' *' : ''),
    ...(hasTargets ? [facts.target === undefined ? '' : write.percent(facts.target)] : []),
    write.number(facts.changes),
    facts.lastLanded ? write.date(facts.lastLanded) : nothing,
  ];
  const widest = goals.some(isWide) || isWide(noGoal);
  return {
    id: 'effort',
    title: l10n.t('Does effort follow priority?'),
    answer: [
      counted(totals.initiatives, {
        one: l10n.t('All effort goes into {0} initiative.', totals.initiatives),
        other: l10n.t(
          'Effort is spread over {0} initiatives, like {1} of equal size.',
          totals.initiatives,
          write.number(totals.focus, 1),
        ),
      }),
      ...(widest ? [l10n.t('A share with * depends on how you count: by person-days or by commits.')] : []),
    ].join(' '),
    table: {
      head: [
        l10n.t('Goal'),
        l10n.t('Share'),
        l10n.t('Person-days'),
        l10n.t('Range'),
        ...(hasTargets ? [l10n.t('Target')] : []),
        l10n.t('Commits'),
        l10n.t('Last landed'),
      ],
      rows: [
        ...goals.map((goal) => row(goalLabel(goal), goal)),
        ...(unknown.share > 0 ? [row(l10n.t('Unknown goals'), { ...unknown, lastLanded: null })] : []),
        ...(noGoal.share > 0 ? [row(l10n.t('No goal'), { ...noGoal, lastLanded: null })] : []),
      ],
      foot: [
        l10n.t('All'),
        write.percent(1),
        write.days(totals.personDays),
        '',
        ...(hasTargets ? [''] : []),
        write.number(totals.commits),
        '',
      ],
    },
  };
}

/** Effort compared with what the team wants. */
export function planSection(
  { variance, parts }: NonNullable<ReportRecord['plan']>,
  write: FigureWriter,
): ReportSection {
  const points = (value: number): string =>
    numberFormat(write.language, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
      .format(value * 100)
      .replace('-', '−');
  return {
    id: 'plan',
    title: l10n.t('Against the team’s targets'),
    answer: l10n.t('{0} of 100 points of effort went elsewhere.', write.number(variance * 100, 1)),
    table: {
      head: [l10n.t('Target for'), l10n.t('Target'), l10n.t('Share'), l10n.t('Difference')],
      rows: parts.map(({ name, target, actual }) => [
        name ?? l10n.t('No target'),
        write.percent(target),
        write.percent(actual),
        points(actual - target),
      ]),
    },
  };
}

/** Effort by week and priority. */
export function weeksSection(record: ReportRecord, write: FigureWriter): ReportSection {
  const { weeks } = record;
  const shown = (weeks[0]?.priorities ?? [])
    .map(({ priority }) => priority)
    .filter((priority, at) => weeks.some((week) => (week.priorities[at]?.share ?? 0) > 0) && priority);
  const shareIn = (week: ReportRecord['weeks'][number] | undefined, of: readonly PriorityName[]): number =>
    (week?.priorities ?? [])
      .filter(({ priority }) => of.includes(priority))
      .reduce((sum, { share }) => sum + share, 0);
  const busy = weeks.filter(({ priorities }) => priorities.some(({ share }) => share > 0));
  const [first, last] = [busy[0], busy.at(-1)];
  return {
    id: 'weeks',
    title: l10n.t('Over time'),
    answer: l10n.t(
      'P1 and P2 went from {0} to {1} of the week’s effort; work without a goal from {2} to {3}.',
      write.percent(shareIn(first, ['P1', 'P2'])),
      write.percent(shareIn(last, ['P1', 'P2'])),
      write.percent(shareIn(first, ['none'])),
      write.percent(shareIn(last, ['none'])),
    ),
    table: {
      head: [l10n.t('Week of'), ...shown.map(priorityLabel), l10n.t('Person-days'), l10n.t('Initiatives')],
      rows: weeks.map((week) => [
        write.date(week.from),
        ...week.priorities
          .filter(({ priority }) => shown.includes(priority))
          .map(({ share }) => write.percent(share)),
        write.days(week.personDays),
        String(week.initiatives),
      ]),
    },
  };
}

/** Effort by how the goal is known. */
export function evidenceSection(record: ReportRecord, write: FigureWriter): ReportSection {
  const { evidence, totals } = record;
  const named = evidence.find((each) => each.evidence === 'named')?.share ?? 0;
  return {
    id: 'evidence',
    title: l10n.t('How sure are the links?'),
    answer: l10n.t('{0} of the effort is named in the commit itself.', write.percent(named)),
    table: {
      head: [l10n.t('Evidence'), l10n.t('Share'), l10n.t('Person-days')],
      rows: evidence
        .filter(({ share }) => share > 0)
        .map((each) => [
          evidenceLabel(each.evidence),
          write.percent(each.share),
          write.days(each.personDays),
        ]),
      foot: [l10n.t('All'), write.percent(1), write.days(totals.personDays)],
    },
  };
}
