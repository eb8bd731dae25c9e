import * as l10n from '@vscode/l10n';
import type { Provenance } from '../core/links/link';

/**
 * What a tracker says about a branch, in words: "Pull request #4321 of the branch names #142", "GitHub's own branch
 * link".
 */
export function codeLinkText(
  { tracker, link }: Provenance & { kind: 'tracker' },
  reference?: string,
): string {
  const number = link.kind === 'branch' ? link.pullRequest : undefined;
  if (number === undefined) return l10n.t('{0}’s own branch link', tracker);
  return reference === undefined
    ? l10n.t('Pull request #{0}', number)
    : l10n.t('Pull request #{0} of this branch closes {1}', number, reference);
}

/** A pull request as people know it, from the spelling that links use: `#4321`, `acme/shop#4321`, an address. */
export function pullRequestText(text: string): string {
  return text.startsWith('!http') ? text.slice(1) : text.replace(/!(?=\d+$)/, '#');
}
