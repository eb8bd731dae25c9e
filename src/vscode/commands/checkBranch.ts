import { commands as vscodeCommands, l10n, window, type SourceControl } from 'vscode';
import { readBranchChange } from '../../git/landing/branchChange';
import { branchConcernText } from '../../presentation/branchConcernText';
import { concernsOf } from '../context/branchCheck';
import { commands } from '../ids';
import type { Services } from '../services';
import { namedBranch, repositoryFor } from './currentBranch';
import { showInPassing } from './passingMessage';

/**
 * Reports what is worth knowing about a branch before it is pushed. VS Code's git runs this after a commit and waits
 * for it, so it returns without waiting for an answer.
 */
export async function checkBranch(services: Services, argument: unknown): Promise<void> {
  const repository = await repositoryFor(services, argument as Partial<SourceControl> | undefined);
  if (!repository) return;
  const { name, served } = await namedBranch(services, repository);
  const commits = await readBranchChange(
    services.git,
    repository.rootUri.fsPath,
    new AbortController().signal,
  );
  const options = services.textOptions();
  const concerns = concernsOf(services, repository, commits);
  if (concerns.length === 0) {
    const text =
      commits.length === 0
        ? l10n.t('{0}: no commits to check', name)
        : l10n.t('{0}: nothing to say about its goals', name);
    showInPassing(text);
    return;
  }
  const sentences = concerns.map((concern) => branchConcernText(concern, options));
  const link = l10n.t('Link Branch to Goal…');
  const show = l10n.t('Show Goals');
  const buttons = served.goals.length === 0 ? [link] : [show];
  window
    .showInformationMessage(l10n.t('Before you push {0}: {1}', name, sentences.join(' ')), ...buttons)
    .then(
      (answer) => {
        if (answer === link) return vscodeCommands.executeCommand(commands.linkBranch);
        return answer === show ? vscodeCommands.executeCommand('goalLens.panel.focus') : undefined;
      },
      (error: unknown) => services.log.error('A way out was not taken.', error),
    );
}
