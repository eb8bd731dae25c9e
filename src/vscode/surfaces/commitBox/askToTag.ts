import { ConfigurationTarget, l10n, window, workspace, type LogOutputChannel } from 'vscode';
import { goalName } from '../../../presentation/goalText';
import type { BranchContext } from '../../context/branchGoals';

/** Asks whether a branch's commits are to be tagged; an answer for all branches goes into the settings. */
export async function askToTag(
  { name, served }: BranchContext,
  log: Pick<LogOutputChannel, 'error'>,
): Promise<boolean> {
  const [first] = served.goals;
  if (!first) return false;
  const text = l10n.t('Tag commits on {0} with {1}?', name ?? '', goalName(first.goal));
  const tag = l10n.t('Tag');
  const always = l10n.t('Always');
  const never = l10n.t('Never');
  const answer = await window.showInformationMessage(text, tag, always, never);
  if (answer === always || answer === never) {
    const value = answer === always ? 'withSubject' : 'off';
    const settings = workspace.getConfiguration('goalLens');
    // Settings that cannot be written are no reason not to do as told in this window.
    await settings
      .update('commit.autoFill', value, ConfigurationTarget.Global)
      .then(undefined, (error: unknown) => log.error('The answer cannot be kept.', error));
  }
  return answer === tag || answer === always;
}
