import { commands as vscodeCommands, l10n, window, type Disposable } from 'vscode';
import type { CommandId } from '../ids';
import { commands } from '../ids';
import { isCancellation } from '../../core/errors';
import type { CommandServices } from './commandServices';

/** One command: its code is loaded when it is first run. */
type Handler = (services: CommandServices, argument: unknown) => Promise<void>;

const handlers: Record<
  Exclude<CommandId, typeof commands.openPanelToSide | typeof commands.openReport>,
  Handler
> = {
  [commands.checkPriorities]: async (services) =>
    (await import('./checkPriorities')).checkPriorities(services),
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
  [commands.copyPullRequestSummary]: async (services) =>
    (await import('./copyPullRequestSummary')).copyPullRequestSummary(services),
  [commands.setUpCommitHook]: async (services) =>
    (await import('./setUpCommitHook')).setUpCommitHook(services),
  [commands.removeCommitHook]: async (services) =>
    (await import('./setUpCommitHook')).removeCommitHook(services),
  [commands.createGoalsFile]: async (services) =>
    (await import('./goalsFileCommands')).createGoalsFile(services),
  [commands.openGoalsFile]: async (services) => (await import('./goalsFileCommands')).openGoalsFile(services),
  [commands.openPathMap]: async (services) => (await import('./goalsFileCommands')).openPathMap(services),
  [commands.connectTracker]: async (services) =>
    (await import('./connect/connectTracker')).connectTracker(services),
  [commands.signIn]: async (services, id) => (await import('./signIn')).signIn(services, id),
  [commands.signOut]: async (services, id) => (await import('./signIn')).signOut(services, id),
  [commands.showConnectionStatus]: async (services) =>
    (await import('./showConnectionStatus')).showConnectionStatus(services),
  [commands.refresh]: async ({ goalsFiles, pathMaps, connections }) => {
    await Promise.all([goalsFiles.files.refresh(), pathMaps.files.refresh(), connections.refresh()]);
  },
  [commands.showLog]: ({ log }) => {
    log.show();
    return Promise.resolve();
  },
};

/** Registers every command behind one boundary that turns a fault into one message with a next step. */
export function registerCommands(services: CommandServices): Disposable[] {
  return Object.entries(handlers).map(([id, handler]) =>
    vscodeCommands.registerCommand(id, (argument: unknown) =>
      guarded(services, id, () => handler(services, argument)),
    ),
  );
}

/** Runs what a person asked for; a fault becomes a message, and the rest of it goes to the log. */
export async function guarded(
  { log, textOptions }: Pick<CommandServices, 'log' | 'textOptions'>,
  id: string,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (isCancellation(error)) {
      log.debug(`${id} was cancelled.`);
      return;
    }
    log.error(`${id} failed.`, error);
    const showLog = l10n.t('Show Log');
    const { bugText, faultText } = await import('../../presentation/faultText');
    const message = faultText(error, textOptions()) ?? bugText(error);
    // Not awaited: a command is over when it has failed, not when its message is read.
    void window.showErrorMessage(message, showLog).then((answer) => {
      if (answer === showLog) log.show();
    });
  }
}
