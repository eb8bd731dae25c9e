import { area, stack } from 'd3-shape';
import { dateText, percentText } from '../report/figures';
import { priorityLabel } from '../report/reportLabels';
import type { PriorityName, ReportRecord } from '../report/reportSchema';
import type { ChartPart, ChartScene } from './chartScene';

const size = { width: 940, height: 260, left: 44, right: 120, top: 12, bottom: 28 } as const;
/** Labels of neighbours stay this far apart. */
const labelGap = 14;
const maxDates = 4;

/** The share of each week's effort by priority: a stacked area, urgent work at the foot, work without a goal on top. */
export function weeksChart({ weeks }: ReportRecord, language: string, summary: string): ChartScene {
  const names = (weeks[0]?.priorities ?? []).map(({ priority }) => priority);
  const shares = weeks.map(
    ({ priorities }) => new Map(priorities.map(({ priority, share }) => [priority, share])),
  );
  const used = names.filter((name) => shares.some((week) => (week.get(name) ?? 0) > 0));
  const layers = stack<Map<PriorityName, number>, PriorityName>()
    .keys(used)
    .value((week, name) => week.get(name) ?? 0)(shares);
  const { width, height, left, right, top, bottom } = size;
  const x = (at: number): number => left + ((width - left - right) * at) / Math.max(1, weeks.length - 1);
  const y = (share: number): number => height - bottom - (height - top - bottom) * share;
  const draw = area(
    (_, at) => x(at),
    ([low]) => y(low),
    ([, high]) => y(high),
  ).digits(1);
  const steps = [0, 0.5, 1];
  const parts: ChartPart[] = [
    ...layers.map((layer): ChartPart => ({
      ...{ kind: 'path', cls: `fill ${layer.key}` },
      d: draw(layer.map(([low, high]): [number, number] => [low, high])) ?? '',
    })),
    ...steps.flatMap((share): ChartPart[] => [
      { kind: 'line', cls: 'grid', x1: left, x2: width - right, y1: y(share), y2: y(share) },
      {
        kind: 'text',
        cls: 'axis',
        x: left - 8,
        y: y(share) + 4,
        text: percentText(share, language),
        anchor: 'end',
      },
    ]),
    ...labels(
      layers.map((layer) => ({ name: layer.key, middle: middleOf(layer.at(-1)) })),
      y,
      width - right,
    ),
    ...dates(weeks, x, height, language),
  ];
  return { width, height, summary, parts };
}

function middleOf(ends: readonly number[] = []): number {
  return ((ends[0] ?? 0) + (ends[1] ?? 0)) / 2;
}

function labels(
  layers: readonly { readonly name: PriorityName; readonly middle: number }[],
  y: (share: number) => number,
  x: number,
): ChartPart[] {
  let above = Infinity;
  return layers.map(({ name, middle }) => {
    above = Math.min(y(middle) + 4, above - labelGap);
    return { kind: 'text', cls: 'label', x: x + 8, y: above, text: priorityLabel(name), anchor: 'start' };
  });
}

function dates(
  weeks: ReportRecord['weeks'],
  x: (at: number) => number,
  height: number,
  language: string,
): ChartPart[] {
  const step = Math.max(1, Math.ceil(weeks.length / maxDates));
  return weeks.flatMap(({ from }, at): ChartPart[] =>
    at % step === 0
      ? [
          {
            kind: 'text',
            cls: 'axis',
            x: x(at),
            y: height - 8,
            text: dateText(from, language, { withYear: false }),
            anchor: 'middle',
          },
        ]
      : [],
  );
}
