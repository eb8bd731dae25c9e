import * as l10n from '@vscode/l10n';
import { linesChart } from '../../presentation/charts/linesChart';
import { plotSizes } from '../../presentation/charts/plotFrame';
import { weeksChart } from '../../presentation/charts/weeksChart';
import { weeksSection } from '../../presentation/report/effortSections';
import type { FigureWriter } from '../../presentation/report/figureWriter';
import type { ReportRecord } from '../../presentation/report/reportSchema';
import { reworkSection } from '../../presentation/report/reworkSection';
import { landSection } from '../../presentation/report/workSections';
import type { ChartView } from '../contract/chart';
import type { PartOf } from '../contract/reportSheet';
import { drillKey } from '../drillKey';
import { sheetTable } from './sheetTable';

/** Effort by week and priority. */
export function weeksPart(record: ReportRecord, write: FigureWriter): PartOf<'chart'> {
  const { title, answer, table } = weeksSection(record, write);
  const { weeks } = record;
  const { language } = write;
  const summary = `${title}: ${answer}`;
  const view = (unit: 'share' | 'days', label: string): ChartView => {
    const draw = (size: (typeof plotSizes)['wide' | 'narrow']): ChartView['wide'] =>
      mutable(weeksChart(record, { language, summary, unit, size }));
    return { id: unit, label, wide: draw(plotSizes.wide), narrow: draw(plotSizes.narrow) };
  };
  const hasDays = weeks.every(({ personDays }) => personDays !== null);
  return {
    kind: 'chart',
    id: 'weeks',
    title,
    answer,
    views:
      weeks.length < 2
        ? []
        : [view('share', l10n.t('Share')), ...(hasDays ? [view('days', l10n.t('Person-days'))] : [])],
    ...(weeks.length < 2 && { empty: l10n.t('One week makes no trend: choose a longer period.') }),
    table: sheetTable(table, (at) => drillKey({ by: 'week', of: weeks[at]?.week ?? '' })),
  };
}

/** How long changes took to land, by week. */
export function landPart(record: ReportRecord, write: FigureWriter): PartOf<'chart'> {
  const { title, answer, table } = landSection(record, write);
  const { weeks, timeToLand } = record;
  const { language } = write;
  const summary = `${title}: ${answer}`;
  const text = (days: number): string => l10n.t('{0} d', write.number(days, 1));
  const draw = (size: (typeof plotSizes)['half' | 'narrow']): ChartView['wide'] =>
    mutable(
      linesChart({
        days: weeks.map(({ from }) => from),
        series: [
          {
            cls: 'lineSide',
            values: weeks.map((week) => week.timeToLand.p85Days),
            label: (last) => l10n.t('85%: {0}', last),
          },
          {
            cls: 'lineMain',
            values: weeks.map((week) => week.timeToLand.medianDays),
            label: (last) => l10n.t('half: {0}', last),
          },
        ],
        text,
        language,
        summary,
        size,
      }),
    );
  const isDrawn = weeks.length > 1 && timeToLand.landings > 0;
  return {
    kind: 'chart',
    id: 'land',
    title,
    answer,
    views: isDrawn
      ? [{ id: 'land', label: title, wide: draw(plotSizes.half), narrow: draw(plotSizes.narrow) }]
      : [],
    table: sheetTable(table, (at) => drillKey({ by: 'week', of: weeks[at]?.week ?? '' })),
  };
}

/** How much of what landed was soon rewritten, by week. */
export function reworkPart(
  rework: NonNullable<ReportRecord['rework']>,
  record: ReportRecord,
  write: FigureWriter,
): PartOf<'chart'> {
  const { title, answer, table } = reworkSection(rework, record, write);
  const { weeks } = record;
  const young = weeks.length - 1 - weeks.findLastIndex((week) => (week.rework?.landings ?? 0) > 0);
  const draw = (size: (typeof plotSizes)['half' | 'narrow']): ChartView['wide'] =>
    mutable(
      linesChart({
        days: weeks.map(({ from }) => from),
        series: [
          {
            cls: 'lineMain',
            values: weeks.map((week) => week.rework?.share ?? null),
            label: (last) => last,
          },
        ],
        text: (share) => write.percent(share),
        language: write.language,
        summary: `${title}: ${answer}`,
        size,
        tooRecent: young > 0 ? { weeks: young, text: l10n.t('too early to say') } : undefined,
      }),
    );
  const isDrawn = weeks.length > 1 && rework.share !== null;
  return {
    kind: 'chart',
    id: 'rework',
    title,
    answer,
    views: isDrawn
      ? [{ id: 'rework', label: title, wide: draw(plotSizes.half), narrow: draw(plotSizes.narrow) }]
      : [],
    table: sheetTable(table, (at) => drillKey({ by: 'week', of: weeks[at]?.week ?? '' })),
  };
}

/** A scene in the contract's form. */
function mutable(scene: ReturnType<typeof weeksChart>): ChartView['wide'] {
  return { ...scene, parts: [...scene.parts] };
}
