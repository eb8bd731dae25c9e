import { l10n, ProgressLocation, window } from 'vscode';
import { counted } from '../../core/counted';
import { isOwnReference } from '../../core/links/referenceRules';
import { harmedMessage, mendedMessage, type HarmedMessage } from '../../core/message/harmedMessage';
import type { BranchCommit, CommitKeyRules } from '../../git/retag/branchCommit';
import { writeGoalNotes } from '../../git/retag/goalNotes';
import { RetagError } from '../../git/retag/retagError';
import { rewordCommits, type Reworded, type RewordRequest } from '../../git/retag/rewordCommits';
import { undoReword } from '../../git/retag/undoReword';
import type { Git } from '../../git/run/git';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';
import { showInPassing } from './passingMessage';

type Needs = Pick<Services, 'context' | 'git' | 'notesWritten'>;

/** The services needed to find and tag commits. */
export type RetagServices = Needs &
  Pick<Services, 'branchGoals' | 'choices' | 'references' | 'repositories' | 'store' | 'textOptions'>;

/** A commit whose message needs mending. */
export interface Mend {
  readonly commit: BranchCommit;
  readonly harmed: HarmedMessage;
  /** What goes above the tag if the person's own text is lost. */
  readonly earlier?: string;
}

/** Which commits to tag, and which to mend. */
export interface TagPlan {
  readonly tagged: readonly BranchCommit[];
  /** The keys for the tagged commits; mended ones name their own. */
  readonly keys: readonly string[];
  readonly mends: readonly Mend[];
}

const never = new AbortController().signal;

/**
 * Carries out a plan: rewords unpublished commits and adds a git note to published ones. Asks before signatures are
 * lost, reports the result and offers to undo it.
 */
export async function applyTags(
  services: Needs,
  repository: GitRepository,
  rules: CommitKeyRules,
  plan: TagPlan,
): Promise<void> {
  const { git } = services;
  const root = repository.rootUri.fsPath;
  const tagged = split(plan.tagged, (commit) => commit);
  const mended = split(plan.mends, ({ commit }) => commit);
  const request: RewordRequest = {
    shas: tagged.unpublished.map(({ sha }) => sha),
    trailer: rules.trailer,
    keys: plan.keys,
    isOurs: (reference) => isOwnReference(reference, rules),
    mends: new Map(mended.unpublished.map(({ commit, earlier }) => [commit.sha, mendOf(rules, earlier)])),
  };
  const note = async (commits: readonly BranchCommit[], keys: readonly string[]): Promise<void> => {
    if (commits.length === 0) return;
    const shas = commits.map(({ sha }) => sha);
    await writeGoalNotes(git, root, { shas, trailer: rules.trailer, keys }, never);
    services.notesWritten.fire();
  };
  // Rewording goes first: it is the step that can be refused, and then nothing has changed yet.
  let reworded: Reworded | undefined;
  let isNoted = false;
  if (tagged.unpublished.length + mended.unpublished.length > 0) {
    const answer = await rewordWithConsent(git, root, request);
    if (answer === 'cancel') return;
    if (answer === 'note') isNoted = true;
    else reworded = answer;
  }
  await note([...tagged.published, ...(isNoted ? tagged.unpublished : [])], plan.keys);
  for (const { commit, harmed } of [...mended.published, ...(isNoted ? mended.unpublished : [])]) {
    await note([commit], harmed.keys);
  }
  await repository.status();
  services.context.rereadHistory(repository);
  await report(git, repository, plan.tagged.length + plan.mends.length, reworded);
}

/** Rewords commits; if signatures would be lost, the person decides. */
async function rewordWithConsent(
  git: Git,
  root: string,
  request: RewordRequest,
): Promise<Reworded | undefined | 'note' | 'cancel'> {
  const run = (dropSignatures: boolean): Thenable<Reworded | undefined> =>
    window.withProgress({ location: ProgressLocation.SourceControl, title: l10n.t('Tagging commits') }, () =>
      rewordCommits(git, root, { ...request, dropSignatures }, never),
    );
  try {
    return await run(false);
  } catch (error) {
    if (!(error instanceof RetagError) || error.fault !== 'signed') throw error;
  }
  const reword = l10n.t('Reword Without Signatures');
  const note = l10n.t('Add Git Notes Instead');
  const answer = await window.showWarningMessage(
    l10n.t('Some of these commits, or commits above them, are signed. Reword them?'),
    {
      modal: true,
      detail: l10n.t(
        'A signature holds for the exact content of a commit, so the reworded commits have none: sign them again if you need it. A git note leaves them as they are.',
      ),
    },
    reword,
    note,
  );
  if (answer === reword) return run(true);
  return answer === note ? 'note' : 'cancel';
}

function mendOf({ trailer, isKnown }: CommitKeyRules, earlier: string | undefined) {
  return (message: string): string => {
    const harmed = harmedMessage(message, trailer, isKnown);
    return harmed ? mendedMessage(harmed, trailer, earlier) : message;
  };
}

function split<T>(
  items: readonly T[],
  commitOf: (item: T) => BranchCommit,
): { readonly published: readonly T[]; readonly unpublished: readonly T[] } {
  return {
    published: items.filter((item) => commitOf(item).isPublished),
    unpublished: items.filter((item) => !commitOf(item).isPublished),
  };
}

async function report(
  git: Git,
  repository: GitRepository,
  count: number,
  reworded: Reworded | undefined,
): Promise<void> {
  const done = counted(count, {
    one: l10n.t('Tagged {0} commit.', count),
    other: l10n.t('Tagged {0} commits.', count),
  });
  if (!reworded) {
    showInPassing(done);
    return;
  }
  const left =
    reworded.hasLeftNotes &&
    l10n.t('Git could not carry all notes over: run “git notes copy” for those that you need.');
  const kept = l10n.t('The branch as it was is kept in {0}.', reworded.backupRef);
  const undo = l10n.t('Undo');
  const text = [done, kept, left].filter(Boolean).join(' ');
  if ((await window.showInformationMessage(text, undo)) !== undo) return;
  await undoReword(git, repository.rootUri.fsPath, reworded.backupRef, never);
  await repository.status();
}
