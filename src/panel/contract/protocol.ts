import * as z from 'zod/mini';
import { actionSchema } from './controls';
import { panelStateSchema } from './panelState';

/*
 * The messages between the host and the page. The host sends the whole state every time, never a patch, so that
 * loading, following the editor and returning after being hidden all take the same path.
 */

/** The page's own words, translated by the host. */
export const stringsSchema = z.object({
  goals: z.string(),
  skipToFile: z.string(),
  goBack: z.string(),
  thisFile: z.string(),
  notices: z.string(),
  moreNotices: z.string(),
  alsoServes: z.string(),
  /** The heading of the goals that a goal serves outside its chain. */
  servesToo: z.string(),
  priority: z.string(),
  /** "from {0}", where {0} is the key of a goal. */
  from: z.string(),
  status: z.string(),
  health: z.string(),
  owner: z.string(),
  due: z.string(),
  progress: z.string(),
  notRecorded: z.string(),
  description: z.string(),
  done: z.string(),
  open: z.string(),
  labels: z.string(),
  whyItMatters: z.string(),
  impact: z.string(),
  customerSaid: z.string(),
  source: z.string(),
  whyNow: z.string(),
  metrics: z.string(),
  baseline: z.string(),
  current: z.string(),
  target: z.string(),
  chain: z.string(),
  youAreHere: z.string(),
  howWeKnow: z.string(),
  latestCommits: z.string(),
  touchedFiles: z.string(),
  /** Shown while a file's history is being read. */
  reading: z.string(),
  /** Shown for a closed goal. */
  closed: z.string(),
  showMore: z.string(),
  showLess: z.string(),
  openInTracker: z.string(),
  copyKey: z.string(),
  copyBrief: z.string(),
  actions: z.string(),
});

/** From the host to the page. */
export const toWebviewSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), revision: z.int(), state: panelStateSchema }),
]);

/** From the page to the host. */
export const fromWebviewSchema = z.discriminatedUnion('type', [
  /** The page is ready and wants the state. */
  z.object({ type: z.literal('ready') }),
  /** The state with this revision is on screen. */
  z.object({ type: z.literal('painted'), revision: z.int() }),
  z.object({
    type: z.literal('action'),
    action: actionSchema,
    /** A goal's key, a commit's id, or a file's path. */
    key: z.optional(z.string().check(z.maxLength(4096))),
    /** Which quote of the goal, counted from 0. */
    index: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  }),
]);

export type Strings = z.infer<typeof stringsSchema>;
export type ToWebview = z.infer<typeof toWebviewSchema>;
export type FromWebview = z.infer<typeof fromWebviewSchema>;
