import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { regularText } from '../../files/regularText';
import type { Git } from '../run/git';
import type { RepositoryPlace } from '../run/repositoryPlace';
import { goalNotesRef } from '../run/notesRef';

/** The borders of a shallow clone of a million commits fit, in bytes. */
const maxBytes = 64 * 1024 * 1024;

/** Whose history is indexed: that of HEAD, or of all local branches as well. */
export type HistoryScope = 'head' | 'localBranches';

/** What decides how a repository sees a commit: while it stays the same, so does the commit's history. */
export interface RepositoryBorders {
  /** The commit of the notes that are read, if any. */
  readonly notes?: string;
  /** Stands for everything that changes the history of an unchanged tip: shallow borders, replaced objects, grafts. */
  readonly borders: string;
  /** The commits whose parents a shallow clone lacks. */
  readonly shallow: readonly string[];
}

/** What a repository's history is read from at one moment; while it stays the same, so does the history. */
export interface RepositoryView extends RepositoryBorders {
  /** The full object names that the history starts from, sorted, each once; none before the first commit. */
  readonly tips: readonly string[];
}

/**
 * Looks at a repository, with two short git commands and two small files.
 *
 * @throws {GitError} and the signal's reason
 */
export async function viewOf(
  git: Git,
  root: string,
  place: RepositoryPlace,
  scope: HistoryScope,
  signal?: AbortSignal,
): Promise<RepositoryView> {
  const [head, { heads, ...borders }] = await Promise.all([
    // 1: there is no commit yet.
    git.run(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}'], {
      signal,
      answers: [0, 1],
    }),
    readRefs(git, root, place, scope === 'localBranches' ? [localBranches] : [], signal),
  ]);
  const tips = new Set([...head.split('\n').filter(Boolean), ...heads]);
  return { tips: [...tips].sort(), ...borders };
}

/** The part of `viewOf` that does not depend on what is checked out, from a single git command. */
export async function bordersOf(
  git: Git,
  root: string,
  place: Pick<RepositoryPlace, 'commonDir'>,
  signal?: AbortSignal,
): Promise<RepositoryBorders> {
  const { notes, borders, shallow } = await readRefs(git, root, place, [], signal);
  return { ...(notes !== undefined && { notes }), borders, shallow };
}

const localBranches = 'refs/heads/';
const replacements = 'refs/replace/';

async function readRefs(
  git: Git,
  root: string,
  { commonDir }: Pick<RepositoryPlace, 'commonDir'>,
  more: readonly string[],
  signal?: AbortSignal,
): Promise<RepositoryBorders & { readonly heads: readonly string[] }> {
  const patterns = [goalNotesRef, replacements, ...more];
  const [refs, shallow, grafts] = await Promise.all([
    git.run(root, ['for-each-ref', '--format=%(objectname) %(refname)', '--', ...patterns], { signal }),
    textOf(join(commonDir, 'shallow')),
    textOf(join(commonDir, 'info', 'grafts')),
  ]);
  const heads: string[] = [];
  const replaced: string[] = [];
  let notes: string | undefined;
  for (const line of refs.split('\n').filter(Boolean)) {
    const [sha = '', ref = ''] = line.split(' ');
    if (ref === goalNotesRef) notes = sha;
    else if (ref.startsWith(replacements)) replaced.push(line);
    else if (ref.startsWith(localBranches)) heads.push(sha);
  }
  return {
    heads,
    ...(notes !== undefined && { notes }),
    borders: createHash('sha256')
      .update(JSON.stringify([shallow, grafts, replaced]))
      .digest('hex'),
    shallow: shallow.split('\n').filter(Boolean),
  };
}

/** A file's text; empty if it cannot be read, as for git. */
async function textOf(path: string): Promise<string> {
  return (await regularText(path, maxBytes)) ?? '';
}
