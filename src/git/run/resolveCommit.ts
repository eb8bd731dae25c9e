import type { Git } from './git';
import { answerOf } from './head';

/** The hash of the commit that a full ref name resolves to; undefined if it resolves to none. */
export function resolveCommit(
  git: Git,
  root: string,
  ref: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  return answerOf(git.run(root, args, signal));
}
