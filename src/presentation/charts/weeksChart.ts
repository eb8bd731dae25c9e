import { max, ticks } from 'd3-array';
import { area, stack } from 'd3-shape';
import { percentText } from '../report/figures';
import { priorityLabel } from '../report/reportLabels';
import type { PriorityName, ReportRecord } from '../report/reportSchema';
import { endLabels, frameOf, gridLines, plotSizes, weekDates, type PlotSize } from './plotFrame';
import type { ChartPart, ChartScene } from './chartScene';
import { numberFormat } from '../formats';

/** How a chart of weeks is drawn. */
export interface WeeksChartOptions {
  readonly language: string;
  /** What it says, in one sentence. */
  readonly summary: string;
  /** `share` makes every week equally tall, `days` as tall as its person-days. Default `share`. */
  readonly unit?: 'share' | 'days';
  readonly size?: PlotSize;
}

/** Each week's effort by priority: a stacked area with urgent work at the bottom and work without a goal on top. */
export function weeksChart({ weeks }: ReportRecord, options: WeeksChartOptions): ChartScene {
  const { language, summary, unit = 'share', size = plotSizes.page } = options;
  const names = (weeks[0]?.priorities ?? []).map(({ priority }) => priority);
  const values = weeks.map(({ priorities, personDays }) => {
    const whole = unit === 'days' ? (personDays ?? 0) : 1;
    // Shares may be rounded, and would add up to a ragged edge.
    const sum = priorities.reduce((total, { share }) => total + share, 0) || 1;
    return new Map(priorities.map(({ priority, share }) => [priority, (share / sum) * whole]));
  });
  const used = names.filter((name) => values.some((week) => (week.get(name) ?? 0) > 0));
  const layers = stack<Map<PriorityName, number>, PriorityName>()
    .keys(used)
    .value((week, name) => week.get(name) ?? 0)(values);
  const top = unit === 'share' ? 1 : (max(weeks, ({ personDays }) => personDays ?? 0) ?? 0) || 1;
  const frame = frameOf(size, weeks.length, top);
  const draw = area<readonly [number, number]>(
    (_, at) => frame.x(at),
    ([low]) => frame.y(low),
    ([, high]) => frame.y(high),
  )
    // A week in which nothing landed has no shares, and leaves a gap.
    .defined((_, at) => unit === 'days' || [...(values[at]?.values() ?? [])].some((value) => value > 0))
    .digits(1);
  const steps = unit === 'share' ? [0, 0.5, 1] : ticks(0, top, 3);
  const text = (value: number): string =>
    unit === 'share' ? percentText(value, language) : numberFormat(language).format(value);
  const parts: ChartPart[] = [
    ...gridLines(frame, steps, text),
    ...layers.map((layer): ChartPart => ({
      kind: 'path',
      cls: `fill ${layer.key}`,
      d: draw(layer.map(([low, high]): [number, number] => [low, high])) ?? '',
    })),
    ...endLabels(
      frame,
      layers.map((layer) => ({ text: priorityLabel(layer.key), value: middleOf(layer.at(-1)) })),
    ),
    ...weekDates(
      frame,
      weeks.map(({ from }) => from),
      language,
    ),
  ];
  return { width: size.width, height: size.height, summary, parts };
}

function middleOf(ends: readonly number[] = []): number {
  return ((ends[0] ?? 0) + (ends[1] ?? 0)) / 2;
}
