import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../run/git';
import type { RepositoryPlace } from '../run/repositoryPlace';
import { goalNotesRef } from '../run/notesRef';

/** Whose history is indexed: of what is checked out, or of all local branches too. */
export type HistoryScope = 'head' | 'localBranches';

/** What a repository's history is read from, at one moment. While it stays the same, so does the history. */
export interface RepositoryView {
  /** The full object names that the history starts from, sorted, each once; none before the first commit. */
  readonly tips: readonly string[];
  /** The commit of the notes that are read, where there is one. */
  readonly notes?: string;
  /** Stands for all that changes the history of one and the same tip: shallow borders, replaced objects, grafts. */
  readonly borders: string;
  /** The commits whose parents a shallow clone lacks. */
  readonly shallow: readonly string[];
}

/** Looks at a repository: two short git commands and two small files. @throws {GitError} and the signal's reason */
export async function viewOf(
  git: Git,
  root: string,
  { commonDir }: RepositoryPlace,
  scope: HistoryScope,
  signal?: AbortSignal,
): Promise<RepositoryView> {
  const patterns = [goalNotesRef, 'refs/replace/', ...(scope === 'localBranches' ? ['refs/heads/'] : [])];
  const [head, refs, shallow, grafts] = await Promise.all([
    // 1: nothing is committed yet.
    git.run(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}'], {
      signal,
      answers: [0, 1],
    }),
    git.run(root, ['for-each-ref', '--format=%(objectname) %(refname)', '--', ...patterns], { signal }),
    textOf(join(commonDir, 'shallow')),
    textOf(join(commonDir, 'info', 'grafts')),
  ]);
  const tips = new Set(head.split('\n').filter(Boolean));
  const replaced: string[] = [];
  let notes: string | undefined;
  for (const line of refs.split('\n').filter(Boolean)) {
    const [sha = '', ref = ''] = line.split(' ');
    if (ref === goalNotesRef) notes = sha;
    else if (ref.startsWith('refs/replace/')) replaced.push(line);
    else if (ref.startsWith('refs/heads/')) tips.add(sha);
  }
  return {
    tips: [...tips].sort(),
    ...(notes !== undefined && { notes }),
    borders: createHash('sha256')
      .update(JSON.stringify([shallow, grafts, replaced]))
      .digest('hex'),
    shallow: shallow.split('\n').filter(Boolean),
  };
}

/** A file's text; empty where it cannot be read, as for git. */
function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
