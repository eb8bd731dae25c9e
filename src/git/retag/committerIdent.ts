import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import { RetagError } from './retagError';

/** Git says it of a name that is missing, empty or made of nothing allowed, and of an address that it cannot guess. */
const unknownPerson = /\b(?:ident|email|name)\b/;

/**
 * The person and the time, as git writes them into a commit.
 * @throws {RetagError} where git does not know the person
 */
export async function committerIdent(git: Git, root: string, signal: AbortSignal): Promise<string> {
  try {
    return (await git.run(root, ['var', 'GIT_COMMITTER_IDENT'], signal)).trim();
  } catch (error) {
    if (!(error instanceof GitError) || !unknownPerson.test(error.said)) throw error;
    throw new RetagError(
      'identity',
      l10n.t('Git does not know your name: set user.name and user.email, then try again.'),
    );
  }
}
