import { max, ticks } from 'd3-array';
import { line } from 'd3-shape';
import type { ChartPart, ChartScene } from './chartScene';
import { endLabels, frameOf, gridLines, plotSizes, weekDates, type PlotSize } from './plotFrame';

/** A line over the weeks; a week without a value leaves a gap. */
interface Series {
  readonly cls: 'lineMain' | 'lineSide';
  readonly values: readonly (number | null)[];
  /** The label at its end, next to its last value. */
  readonly label: (last: string) => string;
}

/** The contents and options of a line chart. */
export interface LinesChartOptions {
  /** The first days of the weeks. */
  readonly days: readonly string[];
  /** The higher line first. */
  readonly series: readonly Series[];
  /** How to write a value. */
  readonly text: (value: number) => string;
  readonly language: string;
  readonly summary: string;
  readonly size?: PlotSize;
  /** The last weeks, which say nothing yet, and how to say so. */
  readonly tooRecent?: { readonly weeks: number; readonly text: string } | undefined;
}

/** The average width of a letter in a chart’s texts, in the chart’s units. */
const letterWidth = 5.5;

/** Weekly figures as lines, from 0 up. */
export function linesChart(options: LinesChartOptions): ChartScene {
  const { days, series, text, language, summary, size = plotSizes.half, tooRecent } = options;
  const values = series.flatMap((each) => each.values.filter((value) => value !== null));
  const highest = max(values) ?? 0;
  const steps = ticks(0, highest || 1, 3);
  const top = Math.max(highest, steps.at(-1) ?? 0) || 1;
  const frame = frameOf(size, days.length, top);
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => frame.x(at))
    .y((value) => frame.y(value ?? 0))
    .digits(1);
  const drawn = series.filter((each) => each.values.some((value) => value !== null));
  const parts: ChartPart[] = [
    ...veil(tooRecent, days.length, frame.x, size),
    ...gridLines(frame, steps, text),
    ...drawn.map((each): ChartPart => ({ kind: 'path', cls: each.cls, d: draw(each.values) ?? '' })),
    ...drawn.flatMap(({ values: all }) => leaders(all, frame.x, frame.y)),
    ...drawn.flatMap(({ cls, values: all }) => dots(cls, all, frame.x, frame.y)),
    ...endLabels(
      frame,
      [...drawn].reverse().map((each) => {
        const last = each.values.findLast((value) => value !== null) ?? 0;
        return { text: each.label(text(last)), value: last };
      }),
    ),
    ...weekDates(frame, days, language),
  ];
  return { width: size.width, height: size.height, summary, parts };
}

/** Connects a line that ends before the chart does to its label beside the chart. */
function leaders(
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): ChartPart[] {
  const last = values.findLastIndex((value) => value !== null);
  if (last === values.length - 1) return [];
  const height = y(values[last] ?? 0);
  return [{ kind: 'line', cls: 'leader', x1: x(last) + 6, y1: height, x2: x(values.length - 1), y2: height }];
}

/** A dot at the end of a line, and where a week stands alone between gaps. */
function dots(
  cls: Series['cls'],
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): ChartPart[] {
  const last = values.findLastIndex((value) => value !== null);
  return values.flatMap((value, at): ChartPart[] => {
    const isAlone = (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
    if (value === null || (at !== last && !isAlone)) return [];
    return [
      { kind: 'circle', cls: cls === 'lineMain' ? 'dotMain' : 'dotSide', cx: x(at), cy: y(value), r: 3 },
    ];
  });
}

function veil(
  tooRecent: LinesChartOptions['tooRecent'],
  weeks: number,
  x: (at: number) => number,
  { height }: PlotSize,
): ChartPart[] {
  if (!tooRecent || tooRecent.weeks === 0) return [];
  const from = x(Math.max(0, weeks - 0.5 - tooRecent.weeks));
  const width = x(weeks - 1) - from;
  const { text } = tooRecent;
  return [
    { kind: 'rect', cls: 'tooRecent', x: from, y: 10, width, height: height - 36 },
    // The answer above the chart says it too: no text at all is better than one across the line.
    ...(text.length * letterWidth < width
      ? [{ kind: 'text', cls: 'axis', x: from + width / 2, y: height - 34, text, anchor: 'middle' } as const]
      : []),
  ];
}
