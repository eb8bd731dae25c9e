import * as z from 'zod';

/*
 * What the panel shows. Every text is ready to show in the user's language; the webview only lays it out, and always
 * as text, never as markup.
 */

/** A reference to another goal, enough to show and to open it. */
export const goalRefSchema = z.object({
  key: z.string(),
  /** How the tracker writes it, where the person is: `#142`. */
  reference: z.string(),
  title: z.string(),
  levelLabel: z.string(),
  /** 1 urgent to 4 low, 0 not set. */
  rank: z.number().int().min(0).max(4),
  priorityLabel: z.string().optional(),
  /** Work on it is over. */
  closed: z.boolean(),
  hasUrl: z.boolean(),
});

/** One fact of customer impact, for example 38 "customers". */
export const factSchema = z.object({
  kind: z.enum(['customers', 'requests', 'revenue', 'segments', 'severity', 'score']),
  value: z.string(),
  label: z.string(),
  /** More to say about it (customer names); shown on demand. */
  detail: z.string().optional(),
  /** The tracker field that it came from. */
  field: z.string(),
});

/** Something that a customer said. */
export const quoteSchema = z.object({ text: z.string(), source: z.string().optional(), hasUrl: z.boolean() });

/** A number on its way from baseline to target. */
export const metricSchema = z.object({
  name: z.string(),
  baseline: z.string().optional(),
  current: z.string().optional(),
  target: z.string().optional(),
  /** 0 to 1: how much of the way from baseline to target is done; absent where it cannot be said. */
  fraction: z.number().min(0).max(1).optional(),
});

/** Everything the panel shows of one goal. An absent part is not recorded in the tracker. */
export const goalCardSchema = z.object({
  key: z.string(),
  /** How the tracker writes it, where the person is: `#142`. */
  reference: z.string(),
  title: z.string(),
  level: z.enum(['objective', 'initiative', 'epic', 'item']),
  levelLabel: z.string(),
  description: z.string().optional(),
  status: z
    .object({
      label: z.string(),
      category: z.enum(['proposed', 'planned', 'active', 'blocked', 'done', 'dropped']),
    })
    .optional(),
  health: z.object({ label: z.string(), value: z.enum(['onTrack', 'atRisk', 'offTrack']) }).optional(),
  priority: z.object({
    rank: z.number().int().min(0).max(4),
    /** "P1", or "–" where none is set. */
    short: z.string(),
    label: z.string(),
    /** "from SHOP-7", where it is an ancestor's. */
    inherited: z.string().optional(),
  }),
  impact: z
    .object({
      facts: z.array(factSchema),
      quotes: z.array(quoteSchema),
      inherited: z.string().optional(),
    })
    .optional(),
  target: z
    .object({ date: z.string(), relative: z.string(), urgency: z.enum(['overdue', 'soon', 'later', 'met']) })
    .optional(),
  blockedBy: z.array(goalRefSchema),
  blocks: z.array(goalRefSchema),
  owner: z.object({ name: z.string(), initials: z.string(), email: z.string().optional() }).optional(),
  /** 0 to 1. */
  progress: z.object({ fraction: z.number().min(0).max(1), label: z.string() }).optional(),
  metrics: z.array(metricSchema),
  /** The goals above this one, nearest first. */
  chain: z.array(goalRefSchema),
  /** The goals below this one down to the one that the link names, nearest first; empty where it names this one. */
  via: z.array(goalRefSchema),
  labels: z.array(z.string()),
  /** Commits that served this goal or one below it, and the files they touch most; absent until they are read. */
  history: z
    .object({
      commits: z.array(z.object({ sha: z.string(), subject: z.string(), when: z.string() })),
      files: z.array(z.object({ path: z.string(), name: z.string(), commits: z.string() })),
    })
    .optional(),
  /** How the code was matched to this goal, in one sentence: "Branch name contains SHOP-142". */
  provenance: z.string(),
  /** The key that the link names: this goal's, or that of one below it. */
  linkKey: z.string(),
  /** "Not this goal" is offered. */
  canReject: z.boolean(),
  hasUrl: z.boolean(),
  /** "Updated 3 days ago". */
  updated: z.string().optional(),
  /** "goals.yaml". */
  tracker: z.string(),
});

/** A goal in a list, with how it was matched; its card opens in place. */
export const linkedGoalSchema = z.object({ ref: goalRefSchema, card: goalCardSchema });

/** What a person can do from the panel. The host looks the key up itself; nothing else comes from the page. */
export const actionSchema = z.enum([
  'openInTracker',
  'openQuote',
  'linkBranch',
  'linkGoal',
  'notThisGoal',
  'checkPriorities',
  'tagCommit',
  'connectTracker',
  'signIn',
  'showConnectionStatus',
  'createGoalsFile',
  'openGoalsFile',
  'openPathMap',
  'showProblems',
  'showLog',
  'refresh',
  'manageTrust',
  'openFolder',
  'openCommit',
  'openFile',
  'showCommits',
  'copyKey',
]);

/** A button: what it says and what it does. */
export const buttonSchema = z.object({
  label: z.string(),
  action: actionSchema,
  key: z.string().optional(),
  primary: z.boolean().optional(),
});

/** A line above the content: stale data, bad entries, a key that no tracker has. */
export const noticeSchema = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  text: z.string(),
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
      heading: z.string(),
      /** The branch's name, or what there is in its place ("No branch"). */
      name: z.string(),
      /** The repository's name where more than one is open. */
      repository: z.string().optional(),
      goals: z.array(goalCardSchema),
      /** Said in place of goals where there are none, with what fixes it. */
      empty: z.object({ title: z.string(), text: z.string(), buttons: z.array(buttonSchema) }).optional(),
    }),
    file: z
      .object({
        heading: z.string(),
        name: z.string(),
        /** Folder part of the path, with forward slashes; empty at the top. */
        folder: z.string(),
        goals: z.array(linkedGoalSchema),
        /** History is still being read. */
        reading: z.boolean(),
        empty: z.string().optional(),
      })
      .optional(),
  }),
]);

export type GoalRef = z.infer<typeof goalRefSchema>;
export type Fact = z.infer<typeof factSchema>;
export type PanelQuote = z.infer<typeof quoteSchema>;
export type PanelMetric = z.infer<typeof metricSchema>;
export type GoalCard = z.infer<typeof goalCardSchema>;
export type LinkedGoal = z.infer<typeof linkedGoalSchema>;
export type PanelAction = z.infer<typeof actionSchema>;
export type PanelButton = z.infer<typeof buttonSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type PanelState = z.infer<typeof panelStateSchema>;
