import { dateText } from '../report/figures';
import type { ChartPart } from './chartScene';

/** The size of a chart over weeks, and how much of it axes and labels take. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** How many weeks are labelled. */
  readonly dates: number;
}

/** The sizes of charts over weeks, whose text stays as large as the page's. */
export const plotSizes = {
  page: { width: 940, height: 260, left: 44, right: 110, dates: 4 },
  wide: { width: 668, height: 248, left: 44, right: 106, dates: 4 },
  half: { width: 540, height: 208, left: 44, right: 92, dates: 4 },
  narrow: { width: 340, height: 212, left: 40, right: 106, dates: 2 },
} as const satisfies Readonly<Record<string, PlotSize>>;

const margin = { top: 10, bottom: 26 } as const;
/** The smallest distance between neighbouring labels. */
const labelGap = 14;

/** Where values and weeks are in a chart. */
export interface PlotFrame {
  readonly size: PlotSize;
  readonly x: (week: number) => number;
  readonly y: (value: number) => number;
}

/** The frame of a chart over a number of weeks, from 0 up to a value. */
export function frameOf(size: PlotSize, weeks: number, top: number): PlotFrame {
  const { width, height, left, right } = size;
  return {
    size,
    x: (week) => left + ((width - left - right) * week) / Math.max(1, weeks - 1),
    y: (value) => height - margin.bottom - ((height - margin.top - margin.bottom) * value) / top,
  };
}

/** A grid line for each value, with its label. */
export function gridLines(
  { size, y }: PlotFrame,
  values: readonly number[],
  text: (value: number) => string,
): ChartPart[] {
  const { width, left, right } = size;
  return values.flatMap((value): ChartPart[] => [
    { kind: 'line', cls: 'grid', x1: left, x2: width - right, y1: y(value), y2: y(value) },
    { kind: 'text', cls: 'axis', x: left - 8, y: y(value) + 4, text: text(value), anchor: 'end' },
  ]);
}

/** Labels for the lines and areas, next to their ends; given from the lowest up. */
export function endLabels(
  { size, y }: PlotFrame,
  labels: readonly { readonly text: string; readonly value: number }[],
): ChartPart[] {
  const x = size.width - size.right;
  const lowest = size.height - margin.bottom + 4;
  const wanted = labels.map(({ value }) => Math.min(lowest, y(value) + 4));
  // First from the top down, so that no label leaves the chart, then from the bottom up.
  const places = [...wanted];
  let below = -Infinity;
  for (let at = places.length - 1; at >= 0; at -= 1) {
    below = places[at] = Math.max(places[at] ?? 0, below + labelGap, margin.top + 4);
  }
  let above = lowest + labelGap;
  for (let at = 0; at < places.length; at += 1)
    above = places[at] = Math.min(places[at] ?? 0, above - labelGap);
  return labels.flatMap(({ text }, at): ChartPart[] => {
    const place = places[at] ?? 0;
    const from = (wanted[at] ?? 0) - 4;
    const leader: ChartPart = { kind: 'line', cls: 'leader', x1: x + 2, y1: from, x2: x + 10, y2: place - 4 };
    return [leader, { kind: 'text', cls: 'label', x: x + 14, y: place, text, anchor: 'start' }];
  });
}

/** The first days of some weeks, below the chart. */
export function weekDates({ size, x }: PlotFrame, days: readonly string[], language: string): ChartPart[] {
  const step = Math.max(1, Math.ceil((days.length - 1) / (size.dates - 1)));
  return days.flatMap((day, at): ChartPart[] => {
    const isLast = at === days.length - 1;
    // The last one is labelled too, unless its neighbour is in the way.
    if (!isLast && (at % step !== 0 || days.length - 1 - at < step / 2)) return [];
    const anchor = at === 0 ? 'start' : isLast ? 'end' : 'middle';
    const text = dateText(day, language, { withYear: false });
    return [{ kind: 'text', cls: 'axis', x: x(at), y: size.height - 6, text, anchor }];
  });
}
