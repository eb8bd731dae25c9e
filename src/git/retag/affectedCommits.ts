import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import type { HeadBranch } from '../branches/headBranch';
import { RetagError } from './retagError';
import { unpublishedOnly } from './unpublished';

/** No commit deeper than this is rewritten. */
const maxCommits = 20_000;

/**
 * The chosen commits and all their descendants up to the tip, parents first, each with its parents as git sees them.
 *
 * @throws {RetagError} if a chosen commit is published, is not on the branch, or is too far down
 */
export async function affectedCommits(
  git: Git,
  root: string,
  { branch, sha: head }: HeadBranch,
  chosen: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const args = ['rev-list', '--topo-order', '--parents', `--max-count=${maxCommits}`];
  const range = [...unpublishedOnly, '--end-of-options', head];
  const answer = await git.run(root, ['--no-replace-objects', ...args, ...range], signal);
  const unpublished = answer.split('\n').filter(Boolean).reverse();

  const affected = new Map<string, readonly string[]>();
  const missing = new Set(chosen);
  for (const line of unpublished) {
    const [sha = '', ...parents] = line.split(' ');
    missing.delete(sha);
    if (chosen.has(sha) || parents.some((parent) => affected.has(parent))) affected.set(sha, parents);
  }
  const [first] = missing;
  if (first === undefined) return affected;
  if (!(await isOnBranch(git, root, first, head, signal))) {
    throw new RetagError(
      'notOnBranch',
      l10n.t('Commit {0} is not on “{1}” any more: choose the commits again.', first.slice(0, 7), branch),
    );
  }
  if (unpublished.length === maxCommits) {
    throw new RetagError(
      'tooOld',
      l10n.t('Commit {0} is too far down to be rewritten: add a goal note instead.', first.slice(0, 7)),
    );
  }
  throw new RetagError(
    'published',
    l10n.t('Commit {0} is published and is not rewritten: add a goal note instead.', first.slice(0, 7)),
  );
}

async function isOnBranch(
  git: Git,
  root: string,
  sha: string,
  head: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await git.run(root, ['merge-base', '--is-ancestor', '--end-of-options', sha, head], signal);
    return true;
  } catch (error) {
    // 1 means "no"; 128, a commit that does not exist.
    if (error instanceof GitError && (error.exitCode === 1 || error.exitCode === 128)) return false;
    throw error;
  }
}
