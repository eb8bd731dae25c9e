import type { BranchDrift } from '../context/branchDrift';
import { commands, hiddenCommands, type RegisteredCommandId } from '../ids';
import type { Services } from '../services';
import type { EditorSurfaces } from '../surfaces/editor/editorSurfaces';
import type { PanelDoor } from '../surfaces/panel/registerPanels';
import type { ReportPages } from '../surfaces/report/reportPages';
import type { GoalsView } from '../surfaces/tree/goalsView';

/** What commands work with. */
export interface CommandSources extends Services {
  readonly drift: BranchDrift;
  readonly editor: EditorSurfaces;
  readonly goalsView: GoalsView;
  readonly panels: PanelDoor;
  readonly report: () => Promise<ReportPages>;
}

/** A command; its code is loaded on first use. */
type Handler = (from: CommandSources, ...values: readonly unknown[]) => Promise<void>;

/** The handler of each command. */
export const commandHandlers: Readonly<Record<RegisteredCommandId, Handler>> = {
  [commands.checkPriorities]: async (services) =>
    (await import('../commands/checkPriorities')).checkPriorities(services),
  [commands.startWork]: async (services, goal) =>
    (await import('../commands/startWork')).startWork(services, goal),
  [commands.compareWork]: async (services) => (await import('../commands/compareWork')).compareWork(services),
  [commands.mapFolder]: async (services, folder) =>
    (await import('../commands/mapFolder')).mapFolder(services, folder),
  [commands.linkBranch]: async (services) => (await import('../commands/linkBranch')).linkBranch(services),
  [commands.notThisGoal]: async (services, key) =>
    (await import('../commands/notThisGoal')).notThisGoal(services, key),
  [commands.tagCommit]: async (services, sourceControl) =>
    (await import('../commands/tagCommit')).tagCommit(services, sourceControl),
  [commands.leaveOutTag]: async (services, sourceControl) =>
    (await import('../commands/tagCommit')).leaveOutTag(services, sourceControl),
  [commands.tagExistingCommits]: async (services) =>
    (await import('../commands/tagExistingCommits')).tagExistingCommits(services),
  [commands.tagLastCommit]: async (services) =>
    (await import('../commands/tagLastCommit')).tagLastCommit(services),
  [commands.showCommitsOfGoal]: async (services, key) =>
    (await import('../commands/showCommitsOfGoal')).showCommitsOfGoal(services, key),
  [commands.checkBranch]: async (services, repository) =>
    (await import('../commands/checkBranch')).checkBranch(services, repository),
  [commands.copyPullRequestSummary]: async (services) =>
    (await import('../commands/copyPullRequestSummary')).copyPullRequestSummary(services),
  [commands.copyGoalBrief]: async (services, goal) =>
    (await import('../commands/copyGoalBrief')).copyGoalBrief(services, goal),
  [commands.setUpAgents]: async (services) => (await import('../commands/setUpAgents')).setUpAgents(services),
  [commands.setUpCommitHook]: async (services) =>
    (await import('../commands/setUpCommitHook')).setUpCommitHook(services),
  [commands.removeCommitHook]: async (services) =>
    (await import('../commands/setUpCommitHook')).removeCommitHook(services),
  [commands.createGoalsFile]: async (services) =>
    (await import('../commands/goalsFileCommands')).createGoalsFile(services),
  [commands.addGoal]: async (services, key) =>
    (await import('../commands/addGoal/addGoal')).addGoal(services, key),
  [commands.openGoalsFile]: async (services) =>
    (await import('../commands/goalsFileCommands')).openGoalsFile(services),
  [commands.openPathMap]: async (services) =>
    (await import('../commands/goalsFileCommands')).openPathMap(services),
  [commands.connectTracker]: async (services) =>
    (await import('../commands/connect/connectTracker')).connectTracker(services),
  [commands.signIn]: async (services, id) => (await import('../commands/signIn')).signIn(services, id),
  [commands.signOut]: async (services, id) => (await import('../commands/signOut')).signOut(services, id),
  [commands.removeTracker]: async (services, id) =>
    (await import('../commands/removeTracker')).removeTracker(services, id),
  [commands.showConnectionStatus]: async (services) =>
    (await import('../commands/showConnectionStatus')).showConnectionStatus(services),
  [commands.readGoal]: async (services, goal) =>
    (await import('../commands/goalCommands')).readGivenGoal(services, goal),
  [commands.linkToGoal]: async (services, goal) =>
    (await import('../commands/goalCommands')).linkGivenGoal(services, goal),
  [commands.copyGoalKey]: async (services, goal) =>
    (await import('../commands/goalCommands')).copyGivenGoal(services, goal),
  [commands.openGoal]: async (services, goal) =>
    (await import('../commands/goalCommands')).openGivenGoal(services, goal),
  [commands.showFilesOfGoal]: async (services, goal) =>
    (await import('../commands/showFilesOfGoal')).showFilesOfGoal(services, goal),
  [commands.openPanelToSide]: async ({ panels }) => (await panels.open()).openToSide(),
  [commands.moveToSecondarySideBar]: async () =>
    (await import('../commands/moveViews')).moveViews('goalLensBeside'),
  [commands.moveToPrimarySideBar]: async () => (await import('../commands/moveViews')).moveViews('goalLens'),
  [commands.openReport]: async ({ report }) => (await report()).show(),
  [commands.askOwner]: async (from, ...values) => {
    const [{ askOwner, askArguments }, trails] = await Promise.all([
      import('../commands/askOwner'),
      from.editor.trails(),
    ]);
    await askOwner({ ...from, trails }, askArguments(values));
  },
  [commands.acknowledgeDrift]: ({ drift }) => drift.acknowledge(),
  [commands.goalsByPriority]: ({ goalsView }) => goalsView.lay('priority'),
  [commands.goalsByHierarchy]: ({ goalsView }) => goalsView.lay('hierarchy'),
  [commands.filterGoals]: ({ goalsView }) => goalsView.askFilter(),
  [commands.clearGoalsFilter]: ({ goalsView }) => {
    goalsView.use('');
    return Promise.resolve();
  },
  [commands.chooseGoalScope]: ({ goalsView }) => goalsView.askScope(),
  [commands.refresh]: async ({ goalsFiles, pathMaps, connections }) => {
    await Promise.all([goalsFiles.files.refresh(), pathMaps.files.refresh(), connections.refresh()]);
  },
  [commands.showLog]: ({ log }) => {
    log.show();
    return Promise.resolve();
  },
  [hiddenCommands.readGoal]: async ({ panels }, key) => {
    if (typeof key === 'string') await (await panels.open()).read(key);
  },
  [hiddenCommands.previewGoal]: ({ panels }, key) => {
    panels.opened()?.preview(typeof key === 'string' ? key : undefined);
    return Promise.resolve();
  },
  [hiddenCommands.showCommit]: async (from, root, sha) => {
    const repository = from.repositories.all.find(({ rootUri }) => rootUri.toString() === root);
    if (!repository || typeof sha !== 'string' || !/^[0-9a-f]{40,64}$/.test(sha)) return;
    const { openCommit } = await import('../commands/openCommit');
    await openCommit(from, repository, sha, sha.slice(0, 7));
  },
};
