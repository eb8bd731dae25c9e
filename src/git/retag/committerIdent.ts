import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import { RetagError } from './retagError';

/**
 * What git says about a name that is missing, empty or has no allowed character, and about an address that it cannot
 * guess.
 */
const unknownPerson = /\b(?:ident|email|name)\b/;

/**
 * The committer and the time, as git writes them into a commit.
 * @throws {RetagError} if git does not know the person
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
