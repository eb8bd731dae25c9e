import type { Identity } from '../../core/goal/mine';
import type { Git } from '../run/git';

/**
 * Who signs a repository's commits, according to git's settings; empty if they do not say.
 *
 * @throws {GitError} if git fails
 */
export async function readIdentity(git: Git, root: string, signal?: AbortSignal): Promise<Identity> {
  const found = await git.run(root, ['config', '--null', '--get-regexp', String.raw`^user\.(name|email)$`], {
    signal,
    answers: [0, 1],
  });
  // Git lists every value of a setting; the last one counts.
  const values = new Map(
    found
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const at = entry.indexOf('\n');
        return at === -1 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1).trim()];
      }),
  );
  const [email, name] = [values.get('user.email'), values.get('user.name')];
  return { ...(email && { email }), ...(name && { name }) };
}
