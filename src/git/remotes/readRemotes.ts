import { parseRemote, type Remote } from '../../core/references/remote';
import type { Git } from '../run/git';

/**
 * The addresses of a repository's remotes, each once: where git would fetch from and push to, so that `insteadOf` and
 * `pushInsteadOf` count.
 *
 * @throws {GitError} if git fails
 */
export async function readRemotes(git: Git, root: string, signal?: AbortSignal): Promise<Remote[]> {
  const listing = await git.run(root, ['remote', '--verbose'], signal);
  const found = new Map<string, Remote>();
  for (const line of listing.split('\n')) {
    const url = /^[^\t]*\t(.*) \((?:fetch|push)\)(?: \[[^[\]]*\])?\r?$/.exec(line)?.[1];
    const remote = url === undefined ? undefined : parseRemote(url);
    if (remote) found.set(`${remote.host}/${remote.path}`, remote);
  }
  return [...found.values()];
}
