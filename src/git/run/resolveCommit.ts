import type { Git } from './git';
import { answerOf } from './head';

/** The commit that a full ref name points to; undefined if there is none. */
export function resolveCommit(
  git: Git,
  root: string,
  ref: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  return answerOf(git.run(root, args, signal));
}
