import * as l10n from '@vscode/l10n';
import type { CommitFault } from '../core/links/commitFault';
import type { Line, PanelButton } from './contract/controls';

/** A number that could mean several goals, or an old one. */
interface OfferedNumber {
  readonly reference: string;
  /** Their names in a list, with their keys. */
  readonly goals: readonly { readonly key: string; readonly name: string }[];
  /** The possible values of a `numbers:` line in the goals file. */
  readonly places: readonly string[];
}

/** The most goals offered; “Link Branch to Goal…” finds the rest. */
const mostOffered = 3;

/** What there is to report about a branch besides its goals. */
export interface BranchFacts {
  /** The branch's latest commit, if it lacks something. */
  readonly commit?: {
    readonly sha: string;
    readonly subject: string;
    readonly isPublished: boolean;
    readonly fault: CommitFault;
  };
  /** Concerns before the branch is pushed, one sentence each. */
  readonly concerns?: readonly string[];
  /** The possible meanings of ambiguous numbers in its name. */
  readonly offers?: readonly OfferedNumber[];
  /** Whether the commit hook would help here but is not set up, or is out of date. */
  readonly hook?: 'missing' | 'outdated' | undefined;
}

/** The quiet lines about a branch, each with what to do about it and a way to dismiss it. */
export function branchLines({ commit, concerns = [], offers = [], hook }: BranchFacts): Line[] {
  const lines: Line[] = offers.map(offerLine);
  lines.push(...concerns.map((text): Line => ({ icon: 'branch', text, buttons: [] })));
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
  if (hook === 'outdated') {
    lines.push({
      icon: 'info',
      text: l10n.t('The commit hook here is of an older Goal Lens.'),
      buttons: [{ label: l10n.t('Update the Commit Hook'), action: 'setUpCommitHook' }],
    });
  } else if (hook === 'missing') {
    const setUp: PanelButton = { label: l10n.t('Set Up the Commit Hook'), action: 'setUpCommitHook' };
    lines.push({
      icon: 'info',
      text: l10n.t('Terminal and agents commit here too.'),
      buttons: [setUp, { label: l10n.t('Not for This Repository'), action: 'declineHook' }],
    });
  }
  return lines;
}

function offerLine({ reference, goals, places }: OfferedNumber): Line {
  const [place = ''] = places;
  return {
    icon: 'branch',
    text:
      goals.length === 1
        ? l10n.t('{0} would be a goal from long ago: does this branch serve it?', reference)
        : place === ''
          ? l10n.t('{0} could mean several goals: which one does this branch serve?', reference)
          : l10n.t(
              '{0} could mean several goals: which one does this branch serve? A line “numbers: {1}” in .goals/goals.yaml decides for every number.',
              reference,
              place,
            ),
    buttons: goals
      .slice(0, mostOffered)
      .map(({ key, name }): PanelButton => ({ label: name, action: 'linkGoal', key })),
  };
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
