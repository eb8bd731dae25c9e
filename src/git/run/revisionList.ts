import type { Git, GitCall } from './git';

/**
 * The lines that `git rev-list` prints, in batches. Unlike `git log` it reads no commit that a commit-graph describes,
 * so that a walk takes a tenth of the time where git has written one.
 *
 * @param args options, `--end-of-options` and revisions; or `--stdin`, with revisions as input
 * @throws {GitError} and the signal's reason
 */
export async function* revisionList(
  git: Git,
  root: string,
  args: readonly string[],
  call?: GitCall | AbortSignal,
): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of git.stream(root, ['rev-list', ...args], call)) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}
