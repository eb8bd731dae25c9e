import type { CodeLink } from '../../core/goal/codeLink';
import { readCodeAddress, repositoryAt } from '../../core/references/codeAddress';

/** A branch in the repository at an address. */
export function linkedBranch(name: string, repositoryUrl: string | undefined): CodeLink[] {
  const repository = repositoryUrl === undefined ? undefined : repositoryAt(repositoryUrl);
  return repository === undefined ? [] : [{ kind: 'branch', name, repository }];
}

/** What is known from a pull request that closes a goal: the request and, if known, its branch. */
export function closingLinks(url: string, branch?: string | null, branchRepositoryUrl?: string): CodeLink[] {
  const request = readCodeAddress(url);
  if (request?.kind !== 'pullRequest') return [];
  const branches = branch ? linkedBranch(branch, branchRepositoryUrl) : [];
  return [
    { ...request, isClosing: true },
    ...branches.map((each) => ({ ...each, pullRequest: request.number })),
  ];
}
