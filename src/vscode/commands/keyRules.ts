import type { CommitKeyRules } from '../../git/retag/branchCommit';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';

/** How a repository's commits name goals right now. */
export function keyRules(
  { references }: Pick<Services, 'references'>,
  repository: GitRepository,
): CommitKeyRules & Required<Pick<CommitKeyRules, 'isKnown'>> {
  const named = references.in(repository);
  return { ...references.rulesOf(repository), isKnown: (text) => named.find(text) !== undefined };
}
