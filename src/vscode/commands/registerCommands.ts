import { commands as vscodeCommands, type Disposable } from 'vscode';
import type { CommandId } from '../ids';
import { commands } from '../ids';
import { guarded } from '../guarded';
import type { Services } from '../services';

/** One command: its code is loaded when it is first run. */
type Handler = (services: Services, argument: unknown) => Promise<void>;

/** What a surface registers itself. */
type OfSurfaces =
  | typeof commands.openPanelToSide
  | typeof commands.openReport
  | typeof commands.askOwner
  | typeof commands.acknowledgeDrift
  | typeof commands.goalsByPriority
  | typeof commands.goalsByHierarchy
  | typeof commands.filterGoals
  | typeof commands.chooseGoalScope
  | typeof commands.clearGoalsFilter;

const handlers: Record<Exclude<CommandId, OfSurfaces>, Handler> = {
  [commands.checkPriorities]: async (services) =>
    (await import('./checkPriorities')).checkPriorities(services),
  [commands.startWork]: async (services, goal) => (await import('./startWork')).startWork(services, goal),
  [commands.compareWork]: async (services) => (await import('./compareWork')).compareWork(services),
  [commands.mapFolder]: async (services, folder) => (await import('./mapFolder')).mapFolder(services, folder),
  [commands.linkBranch]: async (services) => (await import('./linkBranch')).linkBranch(services),
  [commands.notThisGoal]: async (services, key) => (await import('./notThisGoal')).notThisGoal(services, key),
  [commands.tagCommit]: async (services, sourceControl) =>
    (await import('./tagCommit')).tagCommit(services, sourceControl),
  [commands.leaveOutTag]: async (services, sourceControl) =>
    (await import('./tagCommit')).leaveOutTag(services, sourceControl),
  [commands.tagExistingCommits]: async (services) =>
    (await import('./tagExistingCommits')).tagExistingCommits(services),
  [commands.tagLastCommit]: async (services) => (await import('./tagLastCommit')).tagLastCommit(services),
  [commands.showCommitsOfGoal]: async (services, key) =>
    (await import('./showCommitsOfGoal')).showCommitsOfGoal(services, key),
  [commands.checkBranch]: async (services, repository) =>
    (await import('./checkBranch')).checkBranch(services, repository),
  [commands.copyPullRequestSummary]: async (services) =>
    (await import('./copyPullRequestSummary')).copyPullRequestSummary(services),
  [commands.copyGoalBrief]: async (services, goal) =>
    (await import('./copyGoalBrief')).copyGoalBrief(services, goal),
  [commands.setUpAgents]: async (services) => (await import('./setUpAgents')).setUpAgents(services),
  [commands.setUpCommitHook]: async (services) =>
    (await import('./setUpCommitHook')).setUpCommitHook(services),
  [commands.removeCommitHook]: async (services) =>
    (await import('./setUpCommitHook')).removeCommitHook(services),
  [commands.createGoalsFile]: async (services) =>
    (await import('./goalsFileCommands')).createGoalsFile(services),
  [commands.addGoal]: async (services, key) => (await import('./addGoal/addGoal')).addGoal(services, key),
  [commands.openGoalsFile]: async (services) => (await import('./goalsFileCommands')).openGoalsFile(services),
  [commands.openPathMap]: async (services) => (await import('./goalsFileCommands')).openPathMap(services),
  [commands.connectTracker]: async (services) =>
    (await import('./connect/connectTracker')).connectTracker(services),
  [commands.signIn]: async (services, id) => (await import('./signIn')).signIn(services, id),
  [commands.signOut]: async (services, id) => (await import('./signIn')).signOut(services, id),
  [commands.removeTracker]: async (services, id) =>
    (await import('./removeTracker')).removeTracker(services, id),
  [commands.showConnectionStatus]: async (services) =>
    (await import('./showConnectionStatus')).showConnectionStatus(services),
  [commands.readGoal]: async (services, goal) =>
    (await import('./goalCommands')).readGivenGoal(services, goal),
  [commands.linkToGoal]: async (services, goal) =>
    (await import('./goalCommands')).linkGivenGoal(services, goal),
  [commands.copyGoalKey]: async (services, goal) =>
    (await import('./goalCommands')).copyGivenGoal(services, goal),
  [commands.openGoal]: async (services, goal) =>
    (await import('./goalCommands')).openGivenGoal(services, goal),
  [commands.showFilesOfGoal]: async (services, goal) =>
    (await import('./showFilesOfGoal')).showFilesOfGoal(services, goal),
  [commands.refresh]: async ({ goalsFiles, pathMaps, connections }) => {
    await Promise.all([goalsFiles.files.refresh(), pathMaps.files.refresh(), connections.refresh()]);
  },
  [commands.showLog]: ({ log }) => {
    log.show();
    return Promise.resolve();
  },
};

/** Registers every command behind one boundary that turns a fault into one message with a next step. */
export function registerCommands(services: Services): Disposable[] {
  return Object.entries(handlers).map(([id, handler]) =>
    vscodeCommands.registerCommand(id, (argument: unknown) =>
      guarded(services, id, () => handler(services, argument)),
    ),
  );
}
