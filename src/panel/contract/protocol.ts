import * as z from 'zod';
import { actionSchema, panelStateSchema } from './panelState';

/*
 * What the host and the webview say to each other. The host sends the whole state every time, never a patch, so that
 * loading, following the editor and coming back after hiding are one and the same path.
 */

/** Words of the webview's own, translated by the host. */
export const stringsSchema = z.object({
  impact: z.string(),
  whyNow: z.string(),
  target: z.string(),
  blockedBy: z.string(),
  blocks: z.string(),
  owner: z.string(),
  progress: z.string(),
  metrics: z.string(),
  chain: z.string(),
  notRecorded: z.string(),
  description: z.string(),
  showMore: z.string(),
  showLess: z.string(),
  openInTracker: z.string(),
  copyKey: z.string(),
  notThisGoal: z.string(),
  howMatched: z.string(),
  labels: z.string(),
  status: z.string(),
  health: z.string(),
  priority: z.string(),
  baseline: z.string(),
  current: z.string(),
  targetValue: z.string(),
  source: z.string(),
  customerSaid: z.string(),
  goals: z.string(),
  /** Said while a file's history is read. */
  reading: z.string(),
  /** Said of a goal on which work is over. */
  closed: z.string(),
  notices: z.string(),
  latestCommits: z.string(),
  touchedFiles: z.string(),
  showAll: z.string(),
});

/** From the host to the webview. */
export const toWebviewSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), revision: z.number().int(), state: panelStateSchema }),
]);

/** From the webview to the host. */
export const fromWebviewSchema = z.discriminatedUnion('type', [
  /** The page is there and wants the state. */
  z.object({ type: z.literal('ready') }),
  /** The state with this revision is on screen. */
  z.object({ type: z.literal('painted'), revision: z.number().int() }),
  z.object({
    type: z.literal('action'),
    action: actionSchema,
    /** A goal's key; for a commit its id, for a file its path. */
    key: z.string().max(4096).optional(),
    /** Which quote of the goal, counted from 0. */
    index: z.number().int().min(0).max(1000).optional(),
  }),
]);

export type Strings = z.infer<typeof stringsSchema>;
export type ToWebview = z.infer<typeof toWebviewSchema>;
export type FromWebview = z.infer<typeof fromWebviewSchema>;
