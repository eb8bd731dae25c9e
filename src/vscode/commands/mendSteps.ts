import { l10n, window } from 'vscode';
import { harmedMessage, mendedMessage } from '../../core/message/harmedMessage';
import { titleOf, withTitle } from '../../core/message/messageTitle';
import type { BranchCommit, CommitKeyRules } from '../../git/retag/branchCommit';
import type { Mend } from './applyTags';

/** The mended text of a harmed message; a message that lost its title gets its earlier one, if known. */
export function mendedText({ harmed, earlier = '' }: BranchCommit, { trailer }: CommitKeyRules): string {
  return harmed ? mendedMessage(harmed, trailer, earlier) : '';
}

/** What is wrong with a harmed message, in a few words. */
export function harmText({ harmed, subject }: BranchCommit): string {
  return harmed?.harm === 'untitled'
    ? l10n.t('Titled “{0}”: its own title is gone', subject)
    : l10n.t('Its tag stands where git does not read it: “{0}”', subject);
}

/**
 * Plans the mending of harmed commits, and asks for the title of each that lost its own. An empty title leaves the
 * commit out; undefined if the person cancels.
 */
export async function mendsOf(
  commits: readonly BranchCommit[],
  rules: CommitKeyRules,
): Promise<readonly Mend[] | undefined> {
  const mends: Mend[] = [];
  for (const commit of commits) {
    const { harmed } = commit;
    if (!harmed) continue;
    // A published commit keeps its message and gets a note instead.
    if (harmed.harm !== 'untitled' || commit.isPublished) {
      mends.push({ commit, harmed });
      continue;
    }
    const title = await askTitle(commit, rules);
    if (title === undefined) return undefined;
    if (title !== '') mends.push({ commit, harmed, earlier: withTitle(commit.earlier ?? '', title) });
  }
  return mends;
}

async function askTitle(
  { sha, subject, earlier, files }: BranchCommit,
  { trailer, isKnown }: CommitKeyRules,
): Promise<string | undefined> {
  const changed = files.slice(0, 3).join(', ') + (files.length > 3 ? ', …' : '');
  const found =
    earlier === undefined
      ? l10n.t('Its own title is gone, and the reflog does not know it. It changed {0}.', changed)
      : l10n.t('This is what it said before it was amended; what stood below comes back too.');
  const title = await window.showInputBox({
    title: l10n.t('Title of {0}, now “{1}”', sha.slice(0, 7), subject),
    prompt: `${found} ${l10n.t('Leave it empty to leave the commit as it is.')}`,
    value: earlier === undefined ? '' : titleOf(earlier),
    ignoreFocusOut: true,
    validateInput: (value) =>
      harmedMessage(`${value}\n`, trailer, isKnown)
        ? l10n.t('Write the title without the tag: it is added below.')
        : undefined,
  });
  return title?.trim();
}
