import * as z from 'zod/mini';
import { reportSheetSchema } from './reportSheet';

/* The messages between the host and the report's page. The host sends the whole state every time, never a patch. */

/** A choice among a few options: the chosen one, and the others. */
const choiceSchema = z.object({
  label: z.string(),
  value: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
});

/** A commit behind a figure. */
const commitSchema = z.object({
  /** Identifies the commit to the host. */
  id: z.string(),
  subject: z.string(),
  /** When it landed, and its hash: "Nov 20 · a1b2c3d". */
  facts: z.string(),
  /** Its files, once they have been requested. */
  files: z.optional(z.array(z.object({ path: z.string(), change: z.string() }))),
});

/** The commits behind a figure. */
const drillSchema = z.object({
  key: z.string(),
  title: z.string(),
  text: z.string(),
  commits: z.array(commitSchema),
});

/** The whole state of the page. */
export const reportStateSchema = z.object({
  controls: z.object({
    weeks: choiceSchema,
    level: choiceSchema,
    repository: z.optional(choiceSchema),
    /** The requested path; empty for everything. */
    path: z.string(),
  }),
  /** Something is being read: what, and how much is done, 0 to 1, if known. */
  busy: z.optional(z.object({ text: z.string(), done: z.optional(z.number().check(z.gte(0), z.lte(1))) })),
  /** What is shown in place of a report: the situation, and what to do about it. */
  message: z.optional(
    z.object({
      title: z.string(),
      text: z.string(),
      buttons: z.array(
        z.object({
          label: z.string(),
          action: z.enum(['refresh', 'createGoalsFile', 'connectTracker', 'showLog']),
        }),
      ),
    }),
  ),
  sheet: z.optional(reportSheetSchema),
  drill: z.optional(drillSchema),
});

/** The page's own words, translated by the host. */
export const reportStringsSchema = z.object({
  title: z.string(),
  reading: z.string(),
  cancel: z.string(),
  refresh: z.string(),
  period: z.string(),
  level: z.string(),
  repository: z.string(),
  allPaths: z.string(),
  path: z.string(),
  copySentences: z.string(),
  export: z.string(),
  showAs: z.string(),
  table: z.string(),
  close: z.string(),
  openChanges: z.string(),
  files: z.string(),
  summary: z.string(),
  controls: z.string(),
});

/** From the host to the page. */
export const toReportPageSchema = z.object({
  type: z.literal('state'),
  revision: z.int(),
  state: reportStateSchema,
});

/** What a person can do with the report. */
const actions = [
  ...(['cancel', 'refresh', 'choosePath', 'allPaths', 'copySentences', 'export'] as const),
  ...(['showCommits', 'closeCommits', 'showFiles', 'openChanges', 'openFile'] as const),
  ...(['readGoal', 'mapFolder', 'createGoalsFile', 'connectTracker', 'showLog'] as const),
] as const;

/** From the page to the host. */
export const fromReportPageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('painted'), revision: z.int() }),
  z.object({
    type: z.literal('filter'),
    name: z.enum(['weeks', 'level', 'repository']),
    value: z.string().check(z.maxLength(300)),
  }),
  z.object({
    type: z.literal('action'),
    action: z.enum(actions),
    /** A goal's spelling, a figure, a commit, or a file. */
    key: z.optional(z.string().check(z.maxLength(4096))),
    /** The commit that a file belongs to. */
    commit: z.optional(z.string().check(z.maxLength(300))),
  }),
]);

export type ReportState = z.infer<typeof reportStateSchema>;
export type ReportStrings = z.infer<typeof reportStringsSchema>;
export type ToReportPage = z.infer<typeof toReportPageSchema>;
export type FromReportPage = z.infer<typeof fromReportPageSchema>;
export type ReportAction = (typeof actions)[number];
export type Choice = z.infer<typeof choiceSchema>;
export type DrillSheet = z.infer<typeof drillSchema>;
