import type { Git } from '../../git/run/git';
import { inputLines } from '../../git/run/inputLines';
import { goalsFileBytes } from '../../teamFiles/goalsFile/goalsFileBytes';
import { goalsFilePath } from '../../teamFiles/places';

/** The goals file of a commit, as git keeps it. */
export interface GoalsFileBlob {
  readonly sha: string;
  /** The same for versions with the same contents. */
  readonly id: string;
  readonly bytes: number;
}

/**
 * The goals files of commits, in their order, without reading them; a commit that has none, or one that is larger than
 * any that is read, is left out.
 *
 * @throws {GitError} and the signal's reason
 */
export async function goalsFileBlobs(
  git: Git,
  root: string,
  shas: readonly string[],
  signal?: AbortSignal,
): Promise<GoalsFileBlob[]> {
  const input = inputLines(shas.map((sha) => `${sha}:${goalsFilePath}`));
  // 128: a partial clone lacks one, and whatever is older.
  const listed = await git.run(root, ['cat-file', '--batch-check'], { input, signal, answers: [0, 128] });
  const lines = listed.split('\n');
  return shas.flatMap((sha, at) => {
    const [, id, size] = /^([0-9a-f]{40,64}) blob (\d+)$/.exec(lines[at] ?? '') ?? [];
    const bytes = Number(size);
    return id === undefined || bytes > goalsFileBytes ? [] : { sha, id, bytes };
  });
}
