import * as l10n from '@vscode/l10n';
import type { CommitFault } from '../core/links/commitFault';
import type { Line, PanelButton } from './contract/controls';

/** What there is to say of a branch besides its goals. */
export interface BranchFacts {
  /** The commit that the branch is at, where it lacks something. */
  readonly commit?: {
    readonly sha: string;
    readonly subject: string;
    readonly isPublished: boolean;
    readonly fault: CommitFault;
  };
  /** The commit hook would help here and is not set up. */
  readonly offersHook?: boolean;
}

/** The lines of a branch: quiet, each with what to do about it and a way to be rid of it. */
export function branchLines({ commit, offersHook }: BranchFacts): Line[] {
  const lines: Line[] = [];
  if (commit) {
    lines.push({
      icon: 'commit',
      text: commitText(commit),
      buttons: [
        { label: repairLabel(commit), action: 'tagLastCommit' },
        { label: l10n.t('Leave It'), action: 'leaveCommit', key: commit.sha },
      ],
    });
  }
  if (offersHook) {
    const setUp: PanelButton = { label: l10n.t('Set Up the Commit Hook'), action: 'setUpCommitHook' };
    lines.push({
      icon: 'info',
      text: l10n.t('Terminal and agents commit here too.'),
      buttons: [setUp, { label: l10n.t('Not for This Repository'), action: 'declineHook' }],
    });
  }
  return lines;
}

function commitText({ sha, subject, fault }: NonNullable<BranchFacts['commit']>): string {
  const short = sha.slice(0, 7);
  if (fault.kind === 'untagged') {
    return l10n.t('{0} “{1}” is not tagged with {2}.', short, subject, fault.keys.join(', '));
  }
  return fault.harmed.harm === 'untitled'
    ? l10n.t('{0} is titled “{1}”: its own title is gone.', short, subject)
    : l10n.t('The tag of {0} “{1}” stands where git does not read it.', short, subject);
}

function repairLabel({ fault, isPublished }: NonNullable<BranchFacts['commit']>): string {
  if (isPublished) return l10n.t('Add Git Note');
  return fault.kind === 'untagged' ? l10n.t('Tag It') : l10n.t('Mend It');
}
