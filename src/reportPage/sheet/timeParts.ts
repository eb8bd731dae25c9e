import * as l10n from '@vscode/l10n';
import type { ChartScene } from '../../presentation/charts/chartScene';
import { landChart } from '../../presentation/charts/landChart';
import { plotSizes, type PlotSize } from '../../presentation/charts/plotFrame';
import { reworkChart } from '../../presentation/charts/reworkChart';
import { weeksChart } from '../../presentation/charts/weeksChart';
import { weeksSection } from '../../presentation/report/effortSections';
import type { FigureWriter } from '../../presentation/report/figureWriter';
import type { ReportRecord } from '../../presentation/report/reportSchema';
import type { ReportSection } from '../../presentation/report/reportSection';
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
  const section = landSection(record, write);
  return linesPart('land', section, record, (options) => landChart(record, write, options));
}

/** How much of what landed was soon rewritten, by week. */
export function reworkPart(
  rework: NonNullable<ReportRecord['rework']>,
  record: ReportRecord,
  write: FigureWriter,
): PartOf<'chart'> {
  const section = reworkSection(rework, record, write);
  return linesPart('rework', section, record, (options) => reworkChart(record, write, options));
}

function linesPart(
  id: 'land' | 'rework',
  { title, answer, table }: ReportSection,
  { weeks }: ReportRecord,
  draw: (options: { readonly summary: string; readonly size: PlotSize }) => ChartScene | undefined,
): PartOf<'chart'> {
  const summary = `${title}: ${answer}`;
  const wide = draw({ summary, size: plotSizes.half });
  const narrow = draw({ summary, size: plotSizes.narrow });
  return {
    kind: 'chart',
    id,
    title,
    answer,
    views: wide && narrow ? [{ id, label: title, wide: mutable(wide), narrow: mutable(narrow) }] : [],
    table: sheetTable(table, (at) => drillKey({ by: 'week', of: weeks[at]?.week ?? '' })),
  };
}

/** A scene in the contract's form. */
function mutable(scene: ChartScene): ChartView['wide'] {
  return { ...scene, parts: [...scene.parts] };
}
