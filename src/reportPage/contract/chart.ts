import * as z from 'zod/mini';

const x = z.number();

/** A drawn chart in the form of `ChartScene` in `src/presentation/charts`. */
const sceneSchema = z.object({
  width: x,
  height: x,
  summary: z.string(),
  parts: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('rect'), cls: z.string(), x, y: x, width: x, height: x }),
      z.object({ kind: z.literal('line'), cls: z.string(), x1: x, y1: x, x2: x, y2: x }),
      z.object({ kind: z.literal('path'), cls: z.string(), d: z.string() }),
      z.object({ kind: z.literal('circle'), cls: z.string(), cx: x, cy: x, r: x }),
      z.object({
        kind: z.literal('text'),
        cls: z.string(),
        x,
        y: x,
        text: z.string(),
        anchor: z.enum(['start', 'middle', 'end']),
      }),
    ]),
  ),
});

/** One way to view a chart, drawn for wide and for narrow pages. */
export const chartViewSchema = z.object({
  id: z.string(),
  label: z.string(),
  wide: sceneSchema,
  narrow: sceneSchema,
});

export type Scene = z.infer<typeof sceneSchema>;
export type ChartView = z.infer<typeof chartViewSchema>;
