import * as l10n from '@vscode/l10n';
import type { Rank } from '../../core/goal/goal';
import { rankText } from '../../presentation/goalText';
import { driftSection } from '../../presentation/report/driftSection';
import { evidenceSection } from '../../presentation/report/effortSections';
import type { FigureWriter } from '../../presentation/report/figureWriter';
import { evidenceLabel, folderName } from '../../presentation/report/reportLabels';
import type { ChainFacts, ReportRecord } from '../../presentation/report/reportSchema';
import {
  chainsSection,
  customersSection,
  declaredSection,
  foldersSection,
} from '../../presentation/report/workSections';
import type { ChainNode, PartOf } from '../contract/reportSheet';
import { drillKey } from '../drillKey';
import { sheetTable } from './sheetTable';

/** The most rows; the table has the rest. */
const maxPlaces = 8;

/** Effort by how its goal is known. */
export function evidencePart(record: ReportRecord, write: FigureWriter): PartOf<'stack'> {
  const { title, answer, table } = evidenceSection(record, write);
  const shown = record.evidence.filter(({ share }) => share > 0);
  let from = 0;
  const segments = shown.map(({ evidence, share, personDays }) => {
    const start = from;
    from = Math.min(1, from + share);
    return {
      cls: `evidence-${evidence}`,
      from: start,
      to: from,
      cells: [
        evidenceLabel(evidence),
        ...(personDays === null ? [] : [write.days(personDays)]),
        write.percent(share),
      ],
      drill: drillKey({ by: 'evidence', of: evidence }),
    };
  });
  return {
    kind: 'stack',
    id: 'evidence',
    title,
    answer,
    segments,
    table: sheetTable(table, (at) => segments[at]?.drill),
  };
}

/** Where work has no goal. */
export function placesPart(record: ReportRecord, write: FigureWriter): PartOf<'places'> {
  const { title, answer, table } = foldersSection(record, write);
  const { folders } = record.noGoal;
  const most = Math.max(...folders.map(({ share }) => share), 0.000_001);
  const drillOf = ({ repository, folder }: (typeof folders)[number]): string =>
    drillKey({ by: 'folder', repository, of: folder });
  return {
    kind: 'places',
    id: 'folders',
    title,
    answer,
    rows: folders.slice(0, maxPlaces).map((place) => ({
      name: folderName(place, record),
      value: place.share / most,
      text: place.personDays === null ? write.percent(place.share) : write.days(place.personDays),
      drill: drillOf(place),
      ...(place.folder !== null &&
        place.folder !== '' && {
          link: {
            label: l10n.t('Map…'),
            action: 'mapFolder' as const,
            key: drillOf(place),
          },
        }),
    })),
    table: sheetTable(table, (at) => folders[at] && drillOf(folders[at])),
  };
}

/** Goals that wait for goals. */
export function chainsPart(record: ReportRecord, write: FigureWriter): PartOf<'tree'> {
  const { title, answer, table } = chainsSection(record, write);
  return {
    kind: 'tree',
    id: 'chains',
    title,
    answer,
    nodes: record.chains.map(nodeOf),
    table: { ...sheetTable(table), isText: true },
  };
}

function nodeOf({ rank, title, reference, isLower, isStale, isCycle, waitsFor }: ChainFacts): ChainNode {
  const flag = isCycle
    ? l10n.t('Waits for itself')
    : isLower
      ? l10n.t('Ranks lower than what waits for it')
      : undefined;
  const text = [rankText(rank as Rank), ...(isStale ? [l10n.t('nothing has landed on it')] : [])].join(' · ');
  return {
    rank,
    title,
    reference,
    ...(flag !== undefined && { flag }),
    text,
    children: waitsFor.map(nodeOf),
  };
}

/** Whom the effort served. */
export function customersPart(record: ReportRecord, write: FigureWriter): PartOf<'table'> {
  const { title, answer, table } = customersSection(record, write);
  const { low, high, goals } = record.customers;
  return {
    kind: 'table',
    id: 'customers',
    title,
    answer,
    table: sheetTable(table, (at) => drillKey({ by: 'goal', of: goals[at]?.reference ?? '' })),
    ...(low !== high && {
      after: l10n.t('Goals may share customers, and not all name theirs: so the total is a range.'),
    }),
  };
}

/** How the plan changed while work landed. */
export function driftPart(drift: NonNullable<ReportRecord['drift']>, write: FigureWriter): PartOf<'table'> {
  const { title, answer, table } = driftSection(drift, write);
  return { kind: 'table', id: 'drift', title, answer, table: { ...sheetTable(table), isText: true } };
}

/** Commits that declare that they serve no goal. */
export function declaredPart(record: ReportRecord, write: FigureWriter): PartOf<'table'> {
  const { title, answer, table } = declaredSection(record, write);
  return {
    kind: 'table',
    id: 'declared',
    title,
    answer,
    table: { ...sheetTable(table, () => drillKey({ by: 'evidence', of: 'declared' })), isText: true },
  };
}
