import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { carryNotes, notesToCarry } from './carryNotes';
import { movesOf, readBackupRef } from './backupRef';
import { resolveCommit } from '../run/resolveCommit';
import { moveBranch } from './moveBranch';
import { RetagError } from './retagError';
import { rewritableBranch } from './rewritableBranch';
import { sameWork } from './sameWork';
import { unpublishedOnly } from './unpublished';

/**
 * Restores the current branch from a backup of `rewordCommits`, deletes the backup, and returns the branch's new tip.
 *
 * @throws {RetagError} if the backup is gone or another branch's, if the branch has other changes since, or if its
 * commits are published
 */
export async function undoReword(
  git: Git,
  root: string,
  backupRef: string,
  signal: AbortSignal,
): Promise<string> {
  const branch = readBackupRef(backupRef)?.branch;
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
  if (!(await wasMovedTo(git, root, branch, backup, head.sha, signal))) {
    throw new RetagError(
      'movedOn',
      l10n.t(
        'The branch has other changes since: tag the commits again instead, or go back with “git reset”.',
      ),
    );
  }
  const args = ['rev-list', '--count', '--end-of-options', head.sha, `^${backup}`];
  const ownCount = await git.run(root, args, signal);
  const unpublishedArgs = ['rev-list', '--count', ...unpublishedOnly, '--end-of-options'];
  if (ownCount !== (await git.run(root, [...unpublishedArgs, head.sha, `^${backup}`], signal))) {
    throw new RetagError(
      'published',
      l10n.t('The reworded commits are published and stay: run “Tag Existing Commits” to give them a note.'),
    );
  }
  // Notes that were added to the reworded commits would otherwise stay with commits that no branch holds any more.
  const notes = await notesToCarry(git, root, await sameWork(git, root, head.sha, backup, signal), signal);
  signal.throwIfAborted();
  const cleanup = { kind: 'delete', ref: backupRef, sha: backup } as const;
  await moveBranch(git, root, head, backup, cleanup, 'undo tagging commits');
  await carryNotes(git, root, notes);
  return backup;
}

/** Whether the branch is where this rewording moved it, or where further ones moved it from there. */
async function wasMovedTo(
  git: Git,
  root: string,
  branch: string,
  before: string,
  now: string,
  signal: AbortSignal,
): Promise<boolean> {
  const moves = await movesOf(git, root, branch, signal);
  const commits = [...moves.keys(), now];
  const seen = new Set<string>();
  const todo = [before];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (at === now) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const after of moves.get(at) ?? []) todo.push(...commits.filter((sha) => sha.startsWith(after)));
  }
  return false;
}
