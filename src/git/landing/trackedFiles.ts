import { FieldSplitter } from '../run/fieldSplitter';
import type { Git } from '../run/git';

/** The files of a commit, relative to the root, with forward slashes. @throws {GitError} and the signal's reason */
export async function* trackedFiles(
  git: Git,
  root: string,
  commit: string,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const splitter = new FieldSplitter();
  const args = ['ls-tree', '-r', '-z', '--name-only', '--full-tree', '--end-of-options', commit];
  for await (const chunk of git.stream(root, args, signal)) {
    for (const path of splitter.push(chunk)) yield path.toString();
  }
}
