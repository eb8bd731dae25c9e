import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { LandingError } from './landingError';

/** The branch that a report is about. */
export interface ReportBranch {
  /** As people write it: `main`, `origin/main`. */
  readonly name: string;
  /** The full name of the commit that it is at. */
  readonly tip: string;
}

/**
 * The branch with this name; where none is given the default branch of `origin`, else what is checked out.
 *
 * @throws {LandingError} where there is no such branch, or no commit
 * @throws {GitError} and the signal's reason
 */
export async function reportBranch(
  git: Git,
  root: string,
  name: string | undefined,
  signal?: AbortSignal,
): Promise<ReportBranch> {
  const resolve = async (revision: string): Promise<string | undefined> => {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    return (await git.run(root, args, { signal, answers: [0, 1] })).trim() || undefined;
  };
  if (name !== undefined) {
    const tip = await resolve(name);
    if (tip !== undefined) return { name, tip };
    throw new LandingError(
      'noSuchBranch',
      l10n.t('There is no branch “{0}” here. Fetch it, or name another one.', name),
    );
  }
  const origin = await resolve('refs/remotes/origin/HEAD');
  if (origin !== undefined)
    return { name: await shortName(git, root, 'refs/remotes/origin/HEAD', signal), tip: origin };
  const head = await resolve('HEAD');
  if (head !== undefined) return { name: await shortName(git, root, 'HEAD', signal), tip: head };
  throw new LandingError(
    'noCommits',
    l10n.t('Nothing is committed here yet: make a commit, then try again.'),
  );
}

async function shortName(git: Git, root: string, ref: string, signal?: AbortSignal): Promise<string> {
  const args = ['symbolic-ref', '--quiet', '--short', ref];
  return (await git.run(root, args, { signal, answers: [0, 1] })).trim() || ref;
}
