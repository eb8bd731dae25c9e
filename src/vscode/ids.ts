/** Command ids, as declared in the manifest. */
export const commands = {
  checkPriorities: 'goalLens.checkPriorities',
  startWork: 'goalLens.startWork',
  compareWork: 'goalLens.compareWork',
  mapFolder: 'goalLens.mapFolder',
  linkBranch: 'goalLens.linkBranch',
  notThisGoal: 'goalLens.notThisGoal',
  tagCommit: 'goalLens.tagCommit',
  leaveOutTag: 'goalLens.leaveOutTag',
  tagExistingCommits: 'goalLens.tagExistingCommits',
  tagLastCommit: 'goalLens.tagLastCommit',
  showCommitsOfGoal: 'goalLens.showCommitsOfGoal',
  checkBranch: 'goalLens.checkBranch',
  copyPullRequestSummary: 'goalLens.copyPullRequestSummary',
  copyGoalBrief: 'goalLens.copyGoalBrief',
  setUpAgents: 'goalLens.setUpAgents',
  setUpCommitHook: 'goalLens.setUpCommitHook',
  removeCommitHook: 'goalLens.removeCommitHook',
  connectTracker: 'goalLens.connectTracker',
  removeTracker: 'goalLens.removeTracker',
  signIn: 'goalLens.signIn',
  signOut: 'goalLens.signOut',
  showConnectionStatus: 'goalLens.showConnectionStatus',
  openPanelToSide: 'goalLens.openPanelToSide',
  moveToSecondarySideBar: 'goalLens.moveToSecondarySideBar',
  moveToPrimarySideBar: 'goalLens.moveToPrimarySideBar',
  askOwner: 'goalLens.askOwner',
  acknowledgeDrift: 'goalLens.acknowledgeDrift',
  openReport: 'goalLens.openReport',
  createGoalsFile: 'goalLens.createGoalsFile',
  addGoal: 'goalLens.addGoal',
  openGoalsFile: 'goalLens.openGoalsFile',
  openPathMap: 'goalLens.openPathMap',
  goalsByPriority: 'goalLens.goals.byPriority',
  goalsByHierarchy: 'goalLens.goals.byHierarchy',
  filterGoals: 'goalLens.goals.filter',
  clearGoalsFilter: 'goalLens.goals.clearFilter',
  chooseGoalScope: 'goalLens.goals.chooseScope',
  readGoal: 'goalLens.goals.read',
  linkToGoal: 'goalLens.goals.link',
  showFilesOfGoal: 'goalLens.goals.showFiles',
  copyGoalKey: 'goalLens.goals.copyKey',
  openGoal: 'goalLens.goals.open',
  refresh: 'goalLens.refresh',
  showLog: 'goalLens.showLog',
} as const;

/**
 * Commands that only our own surfaces run; they are not in the command palette, so the manifest does not declare them.
 */
export const hiddenCommands = {
  /** Shows the goal with the given key in the panel. */
  readGoal: 'goalLens.readGoal',
  /** Previews a goal on the visible pages of the panel, for lists; a call without a key ends the preview. */
  previewGoal: 'goalLens.previewGoal',
  showCommit: 'goalLens.showCommit',
} as const;

/** The ids of every registered command. */
export const registeredCommands = [...Object.values(commands), ...Object.values(hiddenCommands)];

/** The id of a registered command. */
export type RegisteredCommandId = (typeof registeredCommands)[number];

/** View ids. */
export const views = {
  panel: 'goalLens.panel',
  panelToSide: 'goalLens.panelToSide',
  report: 'goalLens.report',
  goals: 'goalLens.allGoals',
} as const;

/** The URI scheme that gives goals in the tree their badges. */
export const badgeScheme = 'goal-lens-badge';
