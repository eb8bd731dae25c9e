import { keysOfCommit, type CommitKey } from '../../core/links/commitKeys';
import { mergedBranch } from '../../core/links/mergedBranch';
import type { ReferenceRules } from '../../core/links/referenceRules';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import { readLog } from '../run/readLog';

/** A goal that a commit serves, and the other commit that names it, if the commit itself does not. */
interface CommitLink extends CommitKey {
  readonly other?: {
    readonly kind: 'merge' | 'revert';
    readonly sha: string;
    readonly subject: string;
    /** Where the other commit names it. */
    readonly by: CommitKey['by'];
  };
}

/** What a commit serves. */
export interface CommitLinks {
  readonly sha: string;
  readonly subject: string;
  readonly links: readonly CommitLink[];
}

const fields = ['sha', 'subject', 'body', 'note'] as const;
const reverted = /^This reverts commit ([0-9a-f]{40,64})\b/m;
/** How many merges are looked at: nearer ones merged the main line into the branch. */
const mostMerges = 20;

/**
 * The goals that a commit serves: those it names, then those of the merge that landed it, then those of the commit it
 * reverts; undefined if there is no such commit.
 *
 * @throws {GitError} if git fails
 */
export async function commitLinks(
  git: Git,
  root: string,
  revision: string,
  rules: ReferenceRules,
  signal?: AbortSignal,
): Promise<CommitLinks | undefined> {
  const commit = await readCommit(git, root, revision, signal);
  if (!commit) return undefined;
  const { sha, subject } = commit;
  const own = keysOfCommit(commit, rules);
  const known = new Set(own.map(({ key }) => key));
  const links: CommitLink[] = [...own];
  const add = (kind: 'merge' | 'revert', other: Commit): void => {
    for (const { key, by, text } of keysOfCommit(other, rules)) {
      if (known.has(key)) continue;
      known.add(key);
      links.push({ key, text, by: kind, other: { kind, sha: other.sha, subject: other.subject, by } });
    }
  };
  const merge = await mergeOf(git, root, sha, signal);
  if (merge && mergedBranch(merge.subject) !== undefined) add('merge', merge);
  const undone = reverted.exec(commit.body)?.[1];
  const before = undone === undefined ? undefined : await readCommit(git, root, undone, signal);
  if (before) add('revert', before);
  return { sha, subject, links };
}

interface Commit {
  readonly sha: string;
  readonly subject: string;
  readonly body: string;
  readonly note: string;
}

async function readCommit(
  git: Git,
  root: string,
  revision: string,
  signal?: AbortSignal,
): Promise<Commit | undefined> {
  const ask = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const sha = await answerOf(git.run(root, ask, signal));
  if (sha === undefined) return undefined;
  const which = ['--max-count=1', '--end-of-options', sha.trim(), '--'];
  for await (const [commit] of readLog(git, root, { fields, which }, signal)) if (commit) return commit;
  return undefined;
}

/** The merge that brought a commit to HEAD: the oldest one that has it on its other side. */
async function mergeOf(
  git: Git,
  root: string,
  sha: string,
  signal?: AbortSignal,
): Promise<Commit | undefined> {
  const mainLine = ['rev-list', '--first-parent', '--end-of-options', 'HEAD', `^${sha}^@`, '--'];
  // No merge landed what was committed on the main line.
  if ((await answerOf(git.run(root, mainLine, signal)))?.split('\n').includes(sha)) return undefined;
  const options = ['--merges', '--ancestry-path', '--topo-order', '--reverse'];
  const args = ['rev-list', ...options, '--end-of-options', `${sha}..HEAD`, '--'];
  const listing = await answerOf(git.run(root, args, signal));
  for (const merge of (listing ?? '').split('\n').filter(Boolean).slice(0, mostMerges)) {
    // A merge that only brought the main line into the branch landed nothing.
    const ask = ['merge-base', '--is-ancestor', sha, `${merge}^1`];
    if ((await answerOf(git.run(root, ask, signal))) === undefined)
      return readCommit(git, root, merge, signal);
  }
  return undefined;
}

/** Git's answer; undefined if it says "no". */
async function answerOf(running: Promise<string>): Promise<string | undefined> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof GitError && (error.exitCode === 1 || error.exitCode === 128)) return undefined;
    throw error;
  }
}
