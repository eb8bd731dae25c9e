import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import type { Rank } from '../../core/goal/goal';
import { rankText } from '../goalText';
import { nothing, type FigureWriter } from './figureWriter';
import { folderName } from './reportLabels';
import type { ChainFacts, ReportRecord } from './reportSchema';
import type { ReportSection } from './reportSection';

/** How long changes took to land. */
export function landSection(record: ReportRecord, write: FigureWriter): ReportSection {
  const { timeToLand, weeks, quality, totals } = record;
  const { landings, medianDays, p85Days, squashed } = timeToLand;
  const days = (value: number | null): string =>
    value === null ? nothing : l10n.t('{0} d', write.number(value, 1));
  const reverts = [write.number(quality.reverts), write.number(totals.commits)] as const;
  return {
    id: 'land',
    title: l10n.t('Time to land'),
    answer: [
      landings === 0
        ? l10n.t('No landing can be measured.')
        : withinText(medianDays ?? 0, p85Days ?? 0, write),
      ...(squashed > 0
        ? [
            counted(squashed, {
              one: l10n.t('{0} squashed landing is not measured.', write.number(squashed)),
              other: l10n.t('{0} squashed landings are not measured.', write.number(squashed)),
            }),
          ]
        : []),
      counted(quality.reverts, {
        one: l10n.t('{0} of {1} commits undoes another one.', ...reverts),
        other: l10n.t('{0} of {1} commits undo another one.', ...reverts),
      }),
      ...(quality.fixes === null
        ? []
        : [
            counted(quality.fixes, {
              one: l10n.t('{0} is a fix.', write.number(quality.fixes)),
              other: l10n.t('{0} are fixes.', write.number(quality.fixes)),
            }),
          ]),
    ].join(' '),
    table: {
      head: [l10n.t('Week of'), l10n.t('Half within'), l10n.t('85 of 100 within'), l10n.t('Landings')],
      rows: weeks.map(({ from, timeToLand: times }) => [
        write.date(from),
        days(times.medianDays),
        days(times.p85Days),
        write.number(times.landings),
      ]),
      foot: [l10n.t('All'), days(medianDays), days(p85Days), write.number(landings)],
    },
  };
}

/** How long changes take, from half of them and 85 of 100, in days. */
function withinText(median: number, p85: number, write: FigureWriter): string {
  const [half, most] = [write.number(median, 1), write.number(p85, 1)];
  if (p85 < 1) return l10n.t('85 of 100 changes land within a day.');
  if (median < 1) {
    return counted(Number(p85.toFixed(1)), {
      one: l10n.t('Half of the changes land within a day, 85 of 100 within {0} day.', most),
      other: l10n.t('Half of the changes land within a day, 85 of 100 within {0} days.', most),
    });
  }
  return counted(Number(median.toFixed(1)), {
    one: l10n.t('Half of the changes land within {0} day, 85 of 100 within {1}.', half, most),
    other: l10n.t('Half of the changes land within {0} days, 85 of 100 within {1}.', half, most),
  });
}

/** Where work has no goal. */
export function foldersSection(record: ReportRecord, write: FigureWriter): ReportSection {
  const { noGoal, pathCoverage } = record;
  const [first] = noGoal.folders;
  const coverage = pathCoverage
    ? l10n.t(
        'Path rules cover {0} of {1} files.',
        write.number(pathCoverage.covered),
        write.number(pathCoverage.files),
      )
    : '';
  return {
    id: 'folders',
    title: l10n.t('Where work has no goal'),
    answer: [first ? l10n.t('Most of it is in {0}.', folderName(first, record)) : '', coverage]
      .filter(Boolean)
      .join(' '),
    table: {
      head: [l10n.t('Folder'), l10n.t('Share'), l10n.t('Person-days')],
      rows: noGoal.folders.map((each) => [
        folderName(each, record),
        write.percent(each.share),
        write.days(each.personDays),
      ]),
      foot: [l10n.t('No goal'), write.percent(noGoal.share), write.days(noGoal.personDays)],
    },
  };
}

/** Commits that declare that they serve no goal. */
export function declaredSection(record: ReportRecord, write: FigureWriter): ReportSection {
  const { declared } = record.noGoal;
  return {
    id: 'declared',
    title: l10n.t('Declared to have no goal'),
    answer: counted(declared.length, {
      one: l10n.t('{0} commit says itself that it serves none.', write.number(declared.length)),
      other: l10n.t('{0} commits say themselves that they serve none.', write.number(declared.length)),
    }),
    table: {
      head: [l10n.t('Commit'), l10n.t('Subject'), l10n.t('Reason')],
      rows: declared.map(({ commit, subject, reason }) => [commit.slice(0, 7), subject, reason || nothing]),
    },
  };
}

/** Goals that wait for goals. */
export function chainsSection(record: ReportRecord, write: FigureWriter): ReportSection {
  const { chains } = record;
  return {
    id: 'chains',
    title: l10n.t('What waits for what'),
    answer: counted(chains.length, {
      one: l10n.t('{0} goal waits for others that are still open.', write.number(chains.length)),
      other: l10n.t('{0} goals wait for others that are still open.', write.number(chains.length)),
    }),
    table: {
      head: [l10n.t('Goal'), l10n.t('Priority'), l10n.t('Remarks')],
      rows: chains.flatMap((chain) => chainRows(chain, 0)),
    },
  };
}

/** Whom the effort served. */
export function customersSection(record: ReportRecord, write: FigureWriter): ReportSection {
  const { low, high, share, goals } = record.customers;
  const titles = new Map(record.goals.map(({ reference, title }) => [reference, title]));
  return {
    id: 'customers',
    title: l10n.t('Customers served'),
    answer: l10n.t('{0} of the effort went to goals that record customers.', write.percent(share)),
    table: {
      head: [l10n.t('Goal'), l10n.t('Customers'), l10n.t('Share'), l10n.t('Person-days')],
      rows: goals.map((goal) => [
        `${goal.reference} ${titles.get(goal.reference) ?? ''}`.trimEnd(),
        write.number(goal.customers),
        write.percent(goal.share),
        write.days(goal.personDays),
      ]),
      foot: [
        l10n.t('All'),
        low === high ? write.number(low ?? 0) : `${write.number(low ?? 0)}–${write.number(high ?? 0)}`,
        write.percent(share),
        '',
      ],
    },
  };
}

function chainRows(
  { reference, title, rank, isLower, isStale, isCycle, waitsFor }: ChainFacts,
  depth: number,
): string[][] {
  const remarks = [
    isLower && l10n.t('ranks lower than what waits for it'),
    isStale && l10n.t('nothing has landed on it'),
    isCycle && l10n.t('waits for itself'),
  ];
  return [
    [
      `${'→ '.repeat(depth)}${reference} ${title}`,
      rankText(rank as Rank),
      remarks.filter(Boolean).join(', '),
    ],
    ...waitsFor.flatMap((each) => chainRows(each, depth + 1)),
  ];
}
