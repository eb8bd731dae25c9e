import { GitError } from '../run/gitError';
import { committerIdent } from './committerIdent';
import type { Git } from '../run/git';

/** Notes to copy: for each notes ref, lines of `git notes copy --stdin`. */
export type NoteCopies = ReadonlyMap<string, readonly string[]>;

/**
 * Finds the notes of commits that are about to be rewritten, under every notes ref, beyond those that the new commits
 * have; copies nothing.
 *
 * @throws {RetagError} if there are some and git does not know the person's name, which it writes into their history
 * @throws {GitError} if git fails
 */
export async function notesToCarry(
  git: Git,
  root: string,
  moved: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<NoteCopies> {
  const copies = new Map<string, string[]>();
  const refs = await git.run(root, ['for-each-ref', '--format=%(refname)', 'refs/notes'], signal);
  for (const ref of refs.split('\n').filter(Boolean)) {
    const list = await git.run(root, ['notes', `--ref=${ref}`, 'list'], signal);
    const noteOf = new Map(list.split('\n').map((line) => [line.split(' ')[1] ?? '', line.split(' ')[0]]));
    const lines = [...noteOf].flatMap(([from, note]) => {
      const to = moved.get(from);
      return to === undefined || noteOf.get(to) === note ? [] : [`${from} ${to}\n`];
    });
    if (lines.length > 0) copies.set(ref, lines);
  }
  if (copies.size > 0) await committerIdent(git, root, signal);
  return copies;
}

/** Copies notes to the rewritten commits. Returns whether git could copy all of them. */
export async function carryNotes(git: Git, root: string, copies: NoteCopies): Promise<boolean> {
  let isDone = true;
  for (const [ref, lines] of copies) {
    try {
      // Not abortable: the branch has moved, so the notes have to follow.
      await git.run(root, ['notes', `--ref=${ref}`, 'copy', '--force', '--stdin'], {
        input: lines.join(''),
      });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      isDone = false;
    }
  }
  return isDone;
}
