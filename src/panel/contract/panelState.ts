import * as z from 'zod/mini';
import { buttonSchema, lineSchema, noticeSchema } from './controls';
import { goalRowSchema, goalSheetSchema } from './goalSheet';

/** The bar at the foot of the panel: the file in the editor, and the goals that it serves. */
export const fileBarSchema = z.object({
  name: z.string(),
  path: z.string(),
  /** The most urgent goals, in the closed bar. */
  marks: z.array(z.object({ key: z.string(), rank: z.int().check(z.gte(0), z.lte(4)), title: z.string() })),
  /** What the closed bar says besides: "+1", "not your goal". */
  note: z.optional(z.string()),
  /** "3 goals". */
  count: z.optional(z.string()),
  goals: z.array(goalRowSchema),
  /** History is still being read. */
  reading: z.boolean(),
  empty: z.optional(z.string()),
  buttons: z.array(buttonSchema),
});

/** A full-panel message: what is so, and what to do about it. */
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
      /** The branch's name, or what there is in its place ("No branch"). */
      name: z.string(),
      /** The repository's name where more than one is open. */
      repository: z.optional(z.string()),
      /** What the branch was made for; of several goals the first. */
      goal: z.optional(goalSheetSchema),
      /** The branch's other goals. */
      also: z.array(goalRowSchema),
      /** What is to be said of the branch itself, and done about it. */
      lines: z.array(lineSchema),
      /** Said in place of goals where there are none, with what fixes it. */
      empty: z.optional(z.object({ title: z.string(), text: z.string(), buttons: z.array(buttonSchema) })),
    }),
    file: z.optional(fileBarSchema),
    /** Said aloud when it is another one than before. */
    announcement: z.string(),
  }),
  /** Another goal is read, until the person goes back. */
  z.object({
    kind: z.literal('goal'),
    back: z.string(),
    goal: goalSheetSchema,
    file: z.optional(fileBarSchema),
  }),
]);

export type FileBar = z.infer<typeof fileBarSchema>;
export type PanelState = z.infer<typeof panelStateSchema>;
