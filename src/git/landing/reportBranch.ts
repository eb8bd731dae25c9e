import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { readHead, type Head } from '../run/head';
import { LandingError } from './landingError';

const originHead = 'refs/remotes/origin/HEAD';

/** The branch that a report is about. */
export interface ReportBranch {
  /** As people write it: `main`, `origin/main`. */
  readonly name: string;
  /** The full name of its tip. */
  readonly tip: string;
}

/**
 * The branch with this name; if none is given, the default branch of `origin`, else what is checked out.
 *
 * @param known what is checked out, if already known
 * @throws {LandingError} if there is no such branch, or no commit
 * @throws {GitError} and the signal's reason
 */
export async function reportBranch(
  git: Git,
  root: string,
  name: string | undefined,
  signal?: AbortSignal,
  known?: Head,
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
  const origin = await defaultOfOrigin(git, root, signal);
  if (origin !== undefined) return origin;
  const head = known ?? (await readHead(git, root, signal));
  if (head.commit !== undefined) return { name: head.branch ?? 'HEAD', tip: head.commit };
  throw new LandingError(
    'noCommits',
    l10n.t('Nothing is committed here yet: make a commit, then try again.'),
  );
}

/** Undefined also if it leads to a branch that is gone: git then lists nothing. */
async function defaultOfOrigin(
  git: Git,
  root: string,
  signal?: AbortSignal,
): Promise<ReportBranch | undefined> {
  const format = '--format=%(refname) %(objectname) %(symref:short)';
  const listing = await git.run(root, ['for-each-ref', format, '--', originHead], signal);
  const [ref, tip, name = ''] = listing.trimEnd().split(' ');
  return ref === originHead && tip !== undefined ? { name: name || ref, tip } : undefined;
}
