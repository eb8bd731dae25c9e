import { committerIdent } from './committerIdent';
import type { Git } from '../run/git';

/**
 * Copies the notes of rewritten commits, under every notes ref, to what the commits became.
 *
 * @throws {RetagError} where git does not know the person's name, which it writes into the history of notes
 * @throws {GitError} where git fails
 */
export async function carryNotes(
  git: Git,
  root: string,
  moved: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const refs = await git.run(root, ['for-each-ref', '--format=%(refname)', '--', 'refs/notes'], signal);
  for (const ref of refs.split('\n').filter(Boolean)) {
    const list = await git.run(root, ['notes', `--ref=${ref}`, 'list'], signal);
    const copies = list.split('\n').flatMap((line) => {
      const from = line.split(' ')[1] ?? '';
      const to = moved.get(from);
      return to === undefined ? [] : [`${from} ${to}\n`];
    });
    if (copies.length === 0) continue;
    await committerIdent(git, root, signal);
    const args = ['notes', `--ref=${ref}`, 'copy', '--force', '--stdin'];
    await git.run(root, args, { input: copies.join(''), signal });
  }
}
