import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { answerOf } from '../run/head';
import { branchBase, type BranchBase } from '../branches/branchBase';
import { branchCommitOf, type BranchCommit, type CommitKeyRules } from './branchCommit';
import { withEarlier } from './earlierMessages';
import { headBranch, type HeadBranch } from '../branches/headBranch';
import { readLog } from './readLog';
import { unpublishedOnly } from './unpublished';

/** The commits that belong to the current branch. */
export interface BranchCommits extends HeadBranch {
  /** Absent on the base branch itself, where the commits are the unpublished ones. */
  readonly base?: BranchBase;
  /** Newest first. */
  readonly commits: readonly BranchCommit[];
  /** Why the list may be too short or too long, in a sentence with the next step. */
  readonly notice?: { readonly kind: 'capped' | 'shallow'; readonly message: string };
}

/** How many commits are read: a branch with more is not about one thing. */
const maxCommits = 500;

/**
 * Reads the commits of the current branch that its base does not have or, on the base branch itself, the unpublished
 * ones.
 *
 * @throws {BranchError} on a detached HEAD and on a branch without commits
 * @throws {GitError} if git fails; an abort rejects with the signal's reason
 */
export async function branchCommits(
  git: Git,
  root: string,
  rules: CommitKeyRules,
  signal: AbortSignal,
): Promise<BranchCommits> {
  const head = await headBranch(git, root, signal);
  const base = await branchBase(git, root, head, signal);
  const range = base ? [`^${base.sha}`, head.sha] : [head.sha];
  const [logged, unpublished, isCut] = await Promise.all([
    readLog(git, root, { range, isUnpublishedOnly: !base, max: maxCommits + 1 }, signal),
    unpublishedOf(git, root, range, signal),
    base ? isCutOff(git, root, base, head, signal) : false,
  ]);
  const described = logged
    .slice(0, maxCommits)
    .map((commit) => branchCommitOf(commit, rules, !unpublished.has(commit.sha)));
  const commits = await withEarlier(git, root, described, rules, signal);
  const kind = isCut ? 'shallow' : logged.length > maxCommits ? 'capped' : undefined;
  return {
    ...head,
    ...(base && { base }),
    commits,
    ...(kind && { notice: { kind, message: noticeText(kind) } }),
  };
}

function noticeText(kind: 'capped' | 'shallow'): string {
  return kind === 'capped'
    ? l10n.t('Only the newest {0} commits are listed: push or merge the branch to see fewer.', maxCommits)
    : l10n.t(
        'This clone is shallow, so commits of the base may be listed too: run “git fetch --unshallow” for the true list.',
      );
}

/** The unpublished commits in the range, in log order, so that the cap is the same. */
async function unpublishedOf(
  git: Git,
  root: string,
  range: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const args = ['rev-list', `--max-count=${maxCommits + 1}`, ...unpublishedOnly];
  const answer = await git.run(root, [...args, '--end-of-options', ...range], signal);
  return new Set(answer.split('\n'));
}

/** Whether history is cut off before the commit at which branch and base part. */
async function isCutOff(
  git: Git,
  root: string,
  base: BranchBase,
  head: HeadBranch,
  signal: AbortSignal,
): Promise<boolean> {
  const shallow = await git.run(root, ['rev-parse', '--is-shallow-repository'], signal);
  if (shallow.trim() !== 'true') return false;
  const args = ['merge-base', '--end-of-options', base.sha, head.sha];
  return (await answerOf(git.run(root, args, signal))) === undefined;
}
