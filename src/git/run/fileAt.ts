import type { Git } from './git';

const regularFile = /^100(?:644|755) blob ([0-9a-f]+)\t/;

/**
 * The text of a regular file in a commit; undefined if the commit has no such file.
 *
 * @param commit a full object name
 * @param path from the top of the repository, with forward slashes
 * @throws {GitError} also if only the file's blob is missing, as in a clone without blobs; and the signal's reason
 */
export async function fileAt(
  git: Git,
  root: string,
  commit: string,
  path: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const entry = await git.run(root, ['ls-tree', '-z', '--full-tree', commit, '--', path], signal);
  const [, blob] = regularFile.exec(entry) ?? [];
  return blob === undefined ? undefined : git.run(root, ['cat-file', 'blob', blob], signal);
}
