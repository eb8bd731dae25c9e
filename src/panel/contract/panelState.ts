import * as z from 'zod/mini';
import { buttonSchema, lineSchema, noticeSchema } from './controls';
import { goalRowSchema, goalSheetSchema } from './goalSheet';

/** The bar at the foot of the panel: the file in the editor, and the goals that it serves. */
export const fileBarSchema = z.object({
  name: z.string(),
  path: z.string(),
  /** The most urgent goals, in the closed bar. */
  marks: z.array(z.object({ key: z.string(), rank: z.int().check(z.gte(0), z.lte(4)), title: z.string() })),
  /** Further text in the closed bar: "+1", "not your goal". */
  note: z.optional(z.string()),
  /** "3 goals". */
  count: z.optional(z.string()),
  goals: z.array(goalRowSchema),
  /** History is still being read. */
  reading: z.boolean(),
  empty: z.optional(z.string()),
  buttons: z.array(buttonSchema),
});

/** A full-panel message: what the situation is, and what to do about it. */
const messageState = z.object({
  kind: z.enum(['noFolder', 'noTracker', 'error']),
  title: z.string(),
  text: z.string(),
  buttons: z.array(buttonSchema),
});

/** The whole state of the panel. */
export const panelStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loading'), text: z.string() }),
  messageState,
  z.object({
    kind: z.literal('goals'),
    notices: z.array(noticeSchema),
    branch: z.object({
      /** The branch's name, or what takes its place ("No branch"). */
      name: z.string(),
      /** The repository's name if more than one is open. */
      repository: z.optional(z.string()),
      /** What the branch was made for; the first of several goals. */
      goal: z.optional(goalSheetSchema),
      /** The branch's other goals. */
      also: z.array(goalRowSchema),
      /** What there is to report about the branch itself, and to do about it. */
      lines: z.array(lineSchema),
      /** Shown in place of goals if there are none, with the remedy. */
      empty: z.optional(z.object({ title: z.string(), text: z.string(), buttons: z.array(buttonSchema) })),
    }),
    file: z.optional(fileBarSchema),
    /** Announced to screen readers when it changes. */
    announcement: z.string(),
  }),
  /** Another goal is being read, until the person goes back. */
  z.object({
    kind: z.literal('goal'),
    back: z.string(),
    goal: goalSheetSchema,
    file: z.optional(fileBarSchema),
  }),
]);

export type FileBar = z.infer<typeof fileBarSchema>;
export type PanelState = z.infer<typeof panelStateSchema>;
