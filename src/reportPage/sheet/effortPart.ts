import { ticks } from 'd3-array';
import * as l10n from '@vscode/l10n';
import { effortSection, planSection } from '../../presentation/report/effortSections';
import type { FigureWriter } from '../../presentation/report/figureWriter';
import { isWide } from '../../presentation/report/reportLabels';
import type { GoalFacts, ReportRecord } from '../../presentation/report/reportSchema';
import type { Bar, PartOf } from '../contract/reportSheet';
import { drillKey } from '../drillKey';
import { sheetTable } from './sheetTable';

/** The most bars; the table has the rest. */
const maxRows = 20;

type BarFacts = Pick<GoalFacts, 'share' | 'personDays' | 'range' | 'target'>;

/** Effort by goal, most urgent first: a bar for each, with its range and target. */
export function effortPart(record: ReportRecord, write: FigureWriter): PartOf<'bars'> {
  const { title, answer, table } = effortSection(record, write);
  const { goals, unknown, noGoal, plan } = record;
  const all: readonly BarFacts[] = [...goals, unknown, noGoal];
  const hasTargets = goals.some(({ target }) => target !== undefined);
  const most = Math.max(0.1, ...all.flatMap(({ range, target }) => [range[1], target ?? 0]));
  const steps = ticks(0, most, 5);
  const end = Math.max(most, steps.at(-1) ?? most);
  const bar = (facts: BarFacts, row: Omit<Bar, 'value' | 'range' | 'target' | 'cells' | 'note'>): Bar => ({
    ...row,
    value: facts.share / end,
    ...(facts.range[1] > facts.range[0] && { range: [facts.range[0] / end, facts.range[1] / end] }),
    ...(facts.target !== undefined && { target: Math.min(1, facts.target / end) }),
    cells: [
      write.percent(facts.share),
      write.days(facts.personDays),
      write.range(facts.range),
      ...(hasTargets ? [facts.target === undefined ? '' : write.percent(facts.target)] : []),
    ],
    ...(isWide(facts) && { note: l10n.t('Depends on how you count') }),
  });
  const drillOf = [
    ...goals.map(({ reference, changes }) =>
      changes > 0 ? drillKey({ by: 'goal', of: reference }) : undefined,
    ),
    ...(unknown.share > 0 ? [drillKey({ by: 'unknown' })] : []),
    ...(noGoal.share > 0 ? [drillKey({ by: 'none' })] : []),
  ];
  const rows = [
    ...goals.slice(0, maxRows).map((goal) => {
      const { rank, title: name, reference, status } = goal;
      const isOver = status !== undefined && goal.isClosed === true;
      return bar(goal, {
        rank,
        name,
        cls: rank === 0 ? 'notSet' : `P${rank}`,
        reference: isOver ? `${reference} · ${status}` : reference,
        drill: drillKey({ by: 'goal', of: reference }),
      });
    }),
    ...(unknown.share > 0
      ? [
          bar(unknown, {
            cls: 'unknown',
            name: l10n.t('Unknown goals'),
            reference: keysText(unknown.keys),
            drill: drillKey({ by: 'unknown' }),
          }),
        ]
      : []),
    ...(noGoal.share > 0
      ? [
          bar(noGoal, {
            cls: 'none',
            name: l10n.t('No goal'),
            reference: '',
            drill: drillKey({ by: 'none' }),
          }),
        ]
      : []),
  ];
  const more = goals.length - maxRows;
  const after = [
    ...(more > 0 ? [l10n.t('And {0} more, in the table.', more)] : []),
    ...(plan ? [planText(plan, write)] : []),
  ].join(' ');
  return {
    kind: 'bars',
    id: 'effort',
    title,
    answer,
    rows,
    axis: steps.map((at) => ({ at: at / end, text: write.percent(at) })),
    heads: [
      levelText(record.level),
      ...[l10n.t('Share'), l10n.t('Person-days'), l10n.t('Range')],
      ...(hasTargets ? [l10n.t('Target')] : []),
    ],
    legend: {
      bar: l10n.t('Person-days'),
      range: l10n.t('Range by person-days and commits'),
      ...(hasTargets && { target: l10n.t('The team’s target') }),
    },
    ...(after !== '' && { after }),
    table: sheetTable(table, (at) => drillOf[at]),
  };
}

function keysText(keys: ReportRecord['unknown']['keys']): string {
  const shown = keys.slice(0, 2).map(({ key }) => key);
  return keys.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
}

function planText(plan: NonNullable<ReportRecord['plan']>, write: FigureWriter): string {
  const { title, answer, table } = planSection(plan, write);
  const differences = table.rows.map((cells) => `${cells[0] ?? ''} ${cells.at(-1) ?? ''}`);
  return `${title}: ${answer} ${differences.join(', ')}.`;
}

function levelText(level: ReportRecord['level']): string {
  switch (level) {
    case 'objective':
      return l10n.t('Objectives, most urgent first');
    case 'initiative':
      return l10n.t('Initiatives, most urgent first');
    case 'epic':
      return l10n.t('Epics, most urgent first');
    case 'item':
      return l10n.t('Items, most urgent first');
  }
}
