import { commands as vscodeCommands, l10n, window } from 'vscode';
import { Refusal, type WayOut } from '../core/errors';
import { commands } from './ids';

/** The label of each way out, and the command it runs. */
const ways: Readonly<Record<WayOut, () => readonly [label: string, command: string]>> = {
  connectTracker: () => [l10n.t('Connect Tracker…'), commands.connectTracker],
  createGoalsFile: () => [l10n.t('Create Goals File'), commands.createGoalsFile],
  linkBranch: () => [l10n.t('Link Branch to Goal…'), commands.linkBranch],
  tagExistingCommits: () => [l10n.t('Tag Existing Commits…'), commands.tagExistingCommits],
  openFolder: () => [l10n.t('Open Folder'), 'vscode.openFolder'],
  checkOut: () => [l10n.t('Check Out Branch…'), 'git.checkout'],
  showExplorer: () => [l10n.t('Show Explorer'), 'workbench.view.explorer'],
  showProblems: () => [l10n.t('Show Problems'), 'workbench.actions.view.problems'],
};

/** Shows what went wrong and what to do about it: a refusal's ways out, otherwise the log. */
export async function tellFault(error: unknown, message: string): Promise<void> {
  const offered =
    error instanceof Refusal
      ? error.waysOut.map((way) => ways[way]())
      : [[l10n.t('Show Log'), commands.showLog] as const];
  const answer = await window.showErrorMessage(message, ...offered.map(([label]) => label));
  const taken = offered.find(([label]) => label === answer);
  if (taken) await vscodeCommands.executeCommand(taken[1]);
}
