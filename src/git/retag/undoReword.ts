import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { resolveCommit } from './headBranch';
import { moveBranch } from './moveBranch';
import { RetagError } from './retagError';
import { rewritableBranch } from './rewritableBranch';

/** The shape of a commit that rewording keeps: files, people, times and the number of parents. */
const shape = '--format=%T%x00%an%x00%ae%x00%ad%x00%cn%x00%ce%x00%cd%x00%P';

/**
 * Puts the current branch back to what a backup of `rewordCommits` keeps, and deletes the backup. Answers with the
 * commit that the branch is at then.
 *
 * @throws {RetagError} where the backup is gone or another branch's, where the branch has got other changes since, and
 * where its commits are published
 */
export async function undoReword(
  git: Git,
  root: string,
  backupRef: string,
  signal: AbortSignal,
): Promise<string> {
  const branch = /^refs\/goal-lens\/backup\/(.+)\/[^/]+$/s.exec(backupRef)?.[1];
  const head = await rewritableBranch(git, root, signal);
  const backup = branch === undefined ? undefined : await resolveCommit(git, root, backupRef, signal);
  if (!backup || head.branch !== branch) {
    throw new RetagError(
      'noBackup',
      l10n.t(
        '“{0}” has no such backup: switch to the branch that was reworded, then try again.',
        head.branch,
      ),
    );
  }
  const [reworded, original] = await Promise.all([
    shapesOf(git, root, backup, head.sha, signal),
    shapesOf(git, root, head.sha, backup, signal),
  ]);
  if (reworded !== original) {
    throw new RetagError(
      'movedOn',
      l10n.t(
        'The branch has other changes since: tag the commits anew instead, or go back with “git reset”.',
      ),
    );
  }
  const args = ['rev-list', '--count', '--end-of-options', head.sha, `^${backup}`];
  const ownCount = await git.run(root, args, signal);
  const unpublishedArgs = ['rev-list', '--count', '--not', '--remotes', '--not', '--end-of-options'];
  if (ownCount !== (await git.run(root, [...unpublishedArgs, head.sha, `^${backup}`], signal))) {
    throw new RetagError(
      'published',
      l10n.t('The reworded commits are published and stay: tag them anew with a goal note instead.'),
    );
  }
  signal.throwIfAborted();
  const cleanup = { kind: 'delete', ref: backupRef, sha: backup } as const;
  await moveBranch(git, root, head, backup, cleanup, 'undo tagging commits');
  return backup;
}

/** The shapes of the commits that `tip` has and `other` has not. */
async function shapesOf(
  git: Git,
  root: string,
  other: string,
  tip: string,
  signal: AbortSignal,
): Promise<string> {
  const args = ['--no-replace-objects', 'log', '--topo-order', '--date=raw', '--no-show-signature', shape];
  const answer = await git.run(root, [...args, '--end-of-options', tip, `^${other}`], signal);
  return answer
    .split('\n')
    .map((line) => {
      const at = line.lastIndexOf('\0') + 1;
      return `${line.slice(0, at)}${line.slice(at).split(' ').length}`;
    })
    .join('\n');
}
