/** Ids of the commands, as the manifest declares them. */
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

/** Commands that our own surfaces run and the command palette does not show, so no manifest declares them. */
export const hiddenCommands = {
  /** Shows the goal with a key in the panel. */
  readGoal: 'goalLens.readGoal',
  /** Shows a goal on the pages of the panel that are on screen, until it is called without a key: for lists. */
  previewGoal: 'goalLens.previewGoal',
  showCommit: 'goalLens.showCommit',
} as const;

/** Every command that is registered. */
export const registeredCommands = [...Object.values(commands), ...Object.values(hiddenCommands)];

/** The id of a command that is registered. */
export type RegisteredCommandId = (typeof registeredCommands)[number];

/** Ids of the views. */
export const views = {
  panel: 'goalLens.panel',
  panelToSide: 'goalLens.panelToSide',
  report: 'goalLens.report',
  goals: 'goalLens.allGoals',
} as const;

/** The scheme of the addresses by which goals in the tree get their badges. */
export const badgeScheme = 'goal-lens-badge';
