import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { LandingError, shallowHistory } from './landingError';

/**
 * The full name of the commit that a revision resolves to.
 *
 * @throws {LandingError} if there is no such commit, or a shallow clone does not reach back to it
 * @throws {GitError} and the signal's reason
 */
export async function commitNamed(
  git: Git,
  root: string,
  revision: string,
  signal?: AbortSignal,
): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const sha = (await git.run(root, args, { signal, answers: [0, 1] })).trim();
  if (sha !== '') return sha;
  const isShallow = await git.run(root, ['rev-parse', '--is-shallow-repository'], { signal });
  if (isShallow.trim() === 'true') throw shallowHistory();
  throw new LandingError(
    'noSuchBranch',
    l10n.t('There is no “{0}” here. Fetch it, or name another one.', revision),
  );
}
