import * as l10n from '@vscode/l10n';
import { access, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { regularText } from '../../files/regularText';
import type { Git } from '../run/git';
import { headBranch, type HeadBranch } from '../branches/headBranch';
import { resolveCommit } from '../run/resolveCommit';
import { RetagError } from './retagError';

/** No name of a branch is longer, in bytes. */
const maxName = 4096;
/** What git keeps in its folder while an operation waits to be continued. */
const operations = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['sequencer', 'cherry-pick'],
  ['BISECT_LOG', 'bisect'],
] as const;

/**
 * The branch that is checked out, if its commits can be rewritten right now.
 *
 * @throws {RetagError} if git is in the middle of something, the repository is bare, or the branch is checked out a second
 * time
 * @throws {BranchError} on a detached HEAD and on a branch without commits
 */
export async function rewritableBranch(git: Git, root: string, signal: AbortSignal): Promise<HeadBranch> {
  const answer = await git.run(root, ['rev-parse', '--is-bare-repository', '--absolute-git-dir'], signal);
  const [isBare, ...rest] = answer.replace(/\n$/, '').split('\n');
  if (isBare === 'true') {
    throw new RetagError('bare', l10n.t('This repository is bare: open a clone that has files.'));
  }
  const folder = rest.join('\n');
  const operation = await operationIn(git, root, folder, signal);
  if (operation) {
    throw new RetagError(
      'operation',
      l10n.t('A {0} is in progress: finish or abort it, then try again.', operation),
    );
  }
  const head = await headBranch(git, root, signal);
  if (await exists(join(folder, 'index.lock'))) throw locked();
  if (await isCheckedOutTwice(git, root, head.ref, signal)) {
    throw new RetagError(
      'otherWorktree',
      l10n.t(
        '“{0}” is checked out in another worktree too: switch that one to another branch first.',
        head.branch,
      ),
    );
  }
  if (await isRebasedElsewhere(git, root, head.ref, signal)) {
    throw new RetagError(
      'otherWorktree',
      l10n.t('“{0}” is being rebased in another worktree: finish or abort that first.', head.branch),
    );
  }
  return head;
}

/** The error for a lock that another git process holds. */
export function locked(): RetagError {
  return new RetagError(
    'locked',
    l10n.t('Another git command is at work here: wait for it, then try again.'),
  );
}

async function operationIn(
  git: Git,
  root: string,
  folder: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  for (const [name, operation] of operations) if (await exists(join(folder, name))) return operation;
  // The reftable format keeps these two where no file shows them.
  if (await resolveCommit(git, root, 'CHERRY_PICK_HEAD', signal)) return 'cherry-pick';
  if (await resolveCommit(git, root, 'REVERT_HEAD', signal)) return 'revert';
  return undefined;
}

async function isCheckedOutTwice(git: Git, root: string, ref: string, signal: AbortSignal): Promise<boolean> {
  const list = await git.run(root, ['worktree', 'list', '--porcelain'], signal);
  return list.split('\n').filter((line) => line === `branch ${ref}`).length > 1;
}

/** Git counts the branch of a rebase as checked out nowhere until it ends, and then fails if it has moved. */
async function isRebasedElsewhere(
  git: Git,
  root: string,
  ref: string,
  signal: AbortSignal,
): Promise<boolean> {
  const answer = await git.run(root, ['rev-parse', '--git-common-dir'], signal);
  const common = resolve(root, answer.replace(/\n$/, ''));
  const others = await readdir(join(common, 'worktrees')).catch(() => []);
  for (const folder of [common, ...others.map((name) => join(common, 'worktrees', name))]) {
    for (const kind of ['rebase-merge', 'rebase-apply']) {
      const name = await regularText(join(folder, kind, 'head-name'), maxName);
      if (name?.trimEnd() === ref) return true;
    }
  }
  return false;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
