import { basename } from 'node:path';
import { parseRemote } from '../../core/references/remote';
import type { Git } from '../run/git';

/**
 * Identifies a repository, whatever its folder is called: by the address of its `origin`, without user and port.
 * Without an `origin`, its folder and the first commit of its history identify it.
 *
 * @param tip the commit whose history it is
 * @throws {GitError} if git fails
 */
export async function repositoryIdentity(
  git: Git,
  root: string,
  tip: string,
  signal?: AbortSignal,
): Promise<string> {
  const address = await git.run(root, ['remote', 'get-url', 'origin'], { signal, answers: [0, 2, 128] });
  const remote = parseRemote(address);
  if (remote) return `${remote.host}/${remote.path}`;
  const first = ['rev-list', '--max-parents=0', '--end-of-options', tip];
  const roots = (await git.run(root, first, { signal })).trim().split('\n').sort();
  return `${basename(root)}@${(roots[0] ?? '').slice(0, 12)}`;
}
