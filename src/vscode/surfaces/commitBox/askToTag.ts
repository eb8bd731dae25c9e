import { ConfigurationTarget, l10n, window, workspace } from 'vscode';
import { goalName } from '../../../presentation/goalText';
import type { BranchContext } from '../../context/branchGoals';

/** Asks whether a branch's commits are to be tagged; an answer for all branches goes into the settings. */
export async function askToTag({ name, served }: BranchContext): Promise<boolean> {
  const [first] = served.goals;
  if (!first) return false;
  const text = l10n.t('Tag commits on {0} with {1}?', name ?? '', goalName(first.goal));
  const tag = l10n.t('Tag');
  const always = l10n.t('Always');
  const never = l10n.t('Never');
  const answer = await window.showInformationMessage(text, tag, always, never);
  if (answer === always || answer === never) {
    await workspace
      .getConfiguration('goalLens')
      .update('commit.autoFill', answer === always ? 'withSubject' : 'off', ConfigurationTarget.Global);
  }
  return answer === tag || answer === always;
}
