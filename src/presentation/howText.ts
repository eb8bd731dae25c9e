import * as l10n from '@vscode/l10n';
import type { CommitEvidence, Provenance } from '../core/links/link';
import { codeLinkText, pullRequestText } from './codeLinkText';

/** How a commit names the goal written as `reference`, in a sentence: "#142 in the subject". */
export function howNamed(text: string, by: CommitEvidence, reference: string): string {
  switch (by) {
    case 'trailer':
      return l10n.t('{0} in our trailer', text);
    case 'closingKeyword':
      return l10n.t('The message says that it closes {0}', text);
    case 'referenceTrailer':
      return l10n.t('{0} in a trailer that names items', text);
    case 'subject':
      return l10n.t('{0} in the subject', text);
    case 'body':
      return l10n.t('{0} in the text', text);
    case 'note':
      return l10n.t('{0} in the git note', text);
    case 'address':
      return l10n.t('The address {0} in the message', text);
    case 'tracker':
      return l10n.t('The tracker itself ties this commit to {0}', reference);
    case 'pullRequest':
      return l10n.t(
        'Pull request {0}, which landed it, closes or names {1}',
        pullRequestText(text),
        reference,
      );
    case 'merge':
      return l10n.t('{0} in the name of the merged branch', text);
    case 'revert':
      return l10n.t('{0} in the commit that it reverts', text);
  }
}

/** How a commit was matched to a goal through another one: the merge that landed it, or the commit that it reverts. */
export function howNamedBy(
  kind: 'merge' | 'revert',
  { sha, subject }: { readonly sha: string; readonly subject: string },
  how: string,
): string {
  return kind === 'merge'
    ? l10n.t('Landed by {0} “{1}”: {2}', sha.slice(0, 7), subject, how)
    : l10n.t('Reverts {0} “{1}”: {2}', sha.slice(0, 7), subject, how);
}

/** How a branch, file or folder was matched to the goal written as `reference`, in a sentence. */
export function howLinked(provenance: Provenance, reference: string): string {
  switch (provenance.kind) {
    case 'explicit':
      return l10n.t('Linked by hand');
    case 'branchName':
      return provenance.isUnconfirmed
        ? l10n.t('The branch name holds the number {0}, and nothing else speaks for it', provenance.text)
        : l10n.t('{0} in the branch name', provenance.text);
    case 'tracker':
      return codeLinkText(provenance, reference);
    case 'pathMap':
      return l10n.t('The path rule {0} in line {1}', provenance.pattern, provenance.line + 1);
    case 'commit':
      return l10n.t(
        'Commit {0} “{1}” touched it: {2}',
        provenance.sha.slice(0, 7),
        provenance.subject,
        howNamed(provenance.text, provenance.by, reference),
      );
  }
}
