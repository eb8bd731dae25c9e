import * as z from 'zod/mini';

/**
 * What a person can do from the panel. The page sends only the action with a key and an index; the host looks them up
 * itself.
 */
export const actionSchema = z.enum([
  'readGoal',
  'back',
  'openInTracker',
  'openQuote',
  'linkBranch',
  'linkGoal',
  'notThisGoal',
  'checkPriorities',
  'tagCommit',
  'leaveOutTag',
  'tagLastCommit',
  'leaveCommit',
  'acknowledgeDrift',
  'setUpCommitHook',
  'declineHook',
  'connectTracker',
  'signIn',
  'showConnectionStatus',
  'createGoalsFile',
  'openGoalsFile',
  'openPathMap',
  'mapFolder',
  'addGoal',
  'showProblems',
  'showLog',
  'refresh',
  'manageTrust',
  'openFolder',
  'openCommit',
  'openFile',
  'showCommits',
  'copyKey',
  'copyBrief',
]);

/** A button: what it says and what it does. */
export const buttonSchema = z.object({
  label: z.string(),
  action: actionSchema,
  key: z.optional(z.string()),
  primary: z.optional(z.boolean()),
});

/** A box above the content: stale data, bad entries, a key that no tracker has. */
export const noticeSchema = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  text: z.string(),
  buttons: z.array(buttonSchema),
});

/** One quiet line about a goal or a branch, with what can be done about it. */
export const lineSchema = z.object({
  icon: z.enum(['branch', 'commit', 'info', 'tag', 'warning']),
  text: z.string(),
  buttons: z.array(buttonSchema),
});

export type PanelAction = z.infer<typeof actionSchema>;
export type PanelButton = z.infer<typeof buttonSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type Line = z.infer<typeof lineSchema>;
