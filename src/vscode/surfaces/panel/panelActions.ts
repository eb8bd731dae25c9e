import { commands as vscodeCommands, env, Uri, window } from 'vscode';
import type { Services } from '../../services';
import { copyButton, openInTracker } from '../../commands/goalButtons';
import { linkGoal } from '../../commands/linkBranch';
import { openCommit } from '../../commands/openCommit';
import type { RegisteredCommandId } from '../../ids';
import { commands } from '../../ids';
import type { Goal } from '../../../core/goal/goal';
import { goalView } from '../../../core/views/goalView';
import type { BranchCheck } from '../../context/branchCheck';
import type { BranchDrift } from '../../context/branchDrift';
import type { CommitWatch } from './commitWatch';
import type { GoalHistory } from './goalHistory';
import type { PanelAction } from '../../../panel/contract/controls';
import type { FromWebview } from '../../../panel/contract/protocol';

type Needs = Pick<
  Services,
  'branchGoals' | 'choices' | 'context' | 'git' | 'hookOffer' | 'repositories' | 'store' | 'textOptions'
>;

/** What the panel reads besides the context. */
export interface PanelSources {
  readonly history: GoalHistory;
  readonly commits: CommitWatch;
  readonly check: Pick<BranchCheck, 'concerns'>;
  readonly drift: Pick<BranchDrift, 'current'>;
}

/** The actions that the panel does not handle itself. */
type HostAction = Exclude<PanelAction, 'readGoal' | 'back'>;
type ActionRequest = Extract<FromWebview, { type: 'action' }> & { readonly action: HostAction };
type GoalAction = 'openInTracker' | 'openQuote' | 'copyKey' | 'linkGoal';
type HistoryAction = 'openCommit' | 'openFile';
type BranchAction = 'leaveCommit' | 'declineHook';
type ViewAction = 'showProblems' | 'manageTrust' | 'openFolder';

const goalActions: Record<
  GoalAction,
  (services: Needs, goal: Goal, request: ActionRequest) => Promise<void>
> = {
  openInTracker: (_, goal) => openInTracker(goal),
  openQuote: ({ store }, goal, { index = 0 }) =>
    openHttps(goalView(goal, store.catalog).impact?.value.quotes?.value[index]?.url),
  copyKey: (_, goal) => copyButton().run(goal),
  linkGoal: (services, goal) => linkGoal(services, goal),
};

const viewActions: Record<ViewAction, string> = {
  showProblems: 'workbench.actions.view.problems',
  manageTrust: 'workbench.trust.manage',
  openFolder: 'vscode.openFolder',
};

const commandActions: Record<
  Exclude<HostAction, GoalAction | HistoryAction | BranchAction | ViewAction>,
  RegisteredCommandId
> = {
  showCommits: commands.showCommitsOfGoal,
  copyBrief: commands.copyGoalBrief,
  linkBranch: commands.linkBranch,
  notThisGoal: commands.notThisGoal,
  checkPriorities: commands.checkPriorities,
  tagCommit: commands.tagCommit,
  leaveOutTag: commands.leaveOutTag,
  tagLastCommit: commands.tagLastCommit,
  setUpCommitHook: commands.setUpCommitHook,
  connectTracker: commands.connectTracker,
  signIn: commands.signIn,
  showConnectionStatus: commands.showConnectionStatus,
  createGoalsFile: commands.createGoalsFile,
  openGoalsFile: commands.openGoalsFile,
  openPathMap: commands.openPathMap,
  mapFolder: commands.mapFolder,
  addGoal: commands.addGoal,
  showLog: commands.showLog,
  refresh: commands.refresh,
  acknowledgeDrift: commands.acknowledgeDrift,
};

/**
 * Carries out an action from the panel. The page names only an action and a goal; everything else is looked up here.
 */
export async function runPanelAction(
  services: Needs,
  { history, commits }: PanelSources,
  request: ActionRequest,
): Promise<void> {
  const { action, key } = request;
  if (isIn(action, goalActions)) {
    const goal = key === undefined ? undefined : findGoal(services, key);
    if (goal) await goalActions[action](services, goal, request);
  } else if (action === 'openCommit' || action === 'openFile') {
    if (key !== undefined) await openFromHistory(services, history, action, key);
  } else if (action === 'leaveCommit') {
    if (key !== undefined) await commits.leave(key);
  } else if (action === 'declineHook') {
    const repository = services.context.current.branch?.repository;
    if (repository) await services.hookOffer.decline(repository);
  } else if (isIn(action, viewActions)) {
    await vscodeCommands.executeCommand(viewActions[action]);
  } else {
    await vscodeCommands.executeCommand(commandActions[action], ...(key === undefined ? [] : [key]));
  }
}

async function openFromHistory(
  services: Needs,
  history: GoalHistory,
  action: HistoryAction,
  key: string,
): Promise<void> {
  const repository = services.context.current.branch?.repository;
  if (!repository) return;
  if (action === 'openFile') {
    // The file may be gone by now; VS Code reports that.
    if (history.shows(key)) await window.showTextDocument(Uri.joinPath(repository.rootUri, key));
  } else if (/^[0-9a-f]{40,64}$/.test(key)) {
    await openCommit(services, repository, key, key.slice(0, 7));
  }
}

function isIn<K extends HostAction>(action: HostAction, table: Record<K, unknown>): action is K {
  return Object.hasOwn(table, action);
}

function findGoal({ context, store }: Needs, key: string): Goal | undefined {
  return store.catalog.find(key, context.current.branch?.repository.rootUri.toString());
}

async function openHttps(url: string | undefined): Promise<void> {
  if (url?.startsWith('https://')) await env.openExternal(Uri.parse(url, true));
}
