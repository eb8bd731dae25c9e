import * as l10n from '@vscode/l10n';
import type { ReportRecord } from '../report/reportSchema';
import type { FigureWriter } from '../report/figureWriter';
import type { ChartScene } from './chartScene';
import { linesChart } from './linesChart';
import type { PlotSize } from './plotFrame';

/** How much of what landed was soon rewritten, by week; undefined where there is no line to draw. */
export function reworkChart(
  { weeks, rework }: ReportRecord,
  write: FigureWriter,
  { summary, size }: { readonly summary: string; readonly size: PlotSize },
): ChartScene | undefined {
  if (weeks.length < 2 || (rework?.share ?? null) === null) return undefined;
  const young = weeks.length - 1 - weeks.findLastIndex((week) => (week.rework?.landings ?? 0) > 0);
  return linesChart({
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
    summary,
    size,
    tooRecent: young > 0 ? { weeks: young, text: l10n.t('too early to say') } : undefined,
  });
}
