import * as l10n from '@vscode/l10n';
import type { ReportRecord } from '../report/reportSchema';
import type { FigureWriter } from '../report/figureWriter';
import type { ChartScene } from './chartScene';
import { linesChart } from './linesChart';
import type { PlotSize } from './plotFrame';

/** Half of a tenth of a day: less is written as 0. */
const least = 0.05;

/** How long changes took to land, by week; undefined where there is no line to draw, as where all land at once. */
export function landChart(
  { weeks, timeToLand }: ReportRecord,
  write: FigureWriter,
  { summary, size }: { readonly summary: string; readonly size: PlotSize },
): ChartScene | undefined {
  const isAtOnce = weeks.every((week) => (week.timeToLand.p85Days ?? 0) < least);
  if (weeks.length < 2 || timeToLand.landings === 0 || isAtOnce) return undefined;
  return linesChart({
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
    text: (days) => l10n.t('{0} d', write.number(days, 1)),
    language: write.language,
    summary,
    size,
  });
}
