/** Ids of the commands, as the manifest declares them. */
export const commands = {
  checkPriorities: 'goalLens.checkPriorities',
  linkBranch: 'goalLens.linkBranch',
  notThisGoal: 'goalLens.notThisGoal',
  tagCommit: 'goalLens.tagCommit',
  leaveOutTag: 'goalLens.leaveOutTag',
  tagExistingCommits: 'goalLens.tagExistingCommits',
  tagLastCommit: 'goalLens.tagLastCommit',
  showCommitsOfGoal: 'goalLens.showCommitsOfGoal',
  copyPullRequestSummary: 'goalLens.copyPullRequestSummary',
  setUpCommitHook: 'goalLens.setUpCommitHook',
  removeCommitHook: 'goalLens.removeCommitHook',
  connectTracker: 'goalLens.connectTracker',
  signIn: 'goalLens.signIn',
  signOut: 'goalLens.signOut',
  showConnectionStatus: 'goalLens.showConnectionStatus',
  openPanelToSide: 'goalLens.openPanelToSide',
  openReport: 'goalLens.openReport',
  createGoalsFile: 'goalLens.createGoalsFile',
  openGoalsFile: 'goalLens.openGoalsFile',
  openPathMap: 'goalLens.openPathMap',
  refresh: 'goalLens.refresh',
  showLog: 'goalLens.showLog',
} as const;

/** One command's id. */
export type CommandId = (typeof commands)[keyof typeof commands];

/** Shows the goal with a key in the panel: for other surfaces, not for the command palette, so no manifest declares it. */
export const readGoalCommand = 'goalLens.readGoal';

/** Ids of the views. */
export const views = {
  panel: 'goalLens.panel',
  panelToSide: 'goalLens.panelToSide',
  report: 'goalLens.report',
} as const;
