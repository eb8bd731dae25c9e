import { branchCommits } from '../../git/retag/branchCommits';
import { initiativesOf } from '../../core/links/servedGoals';
import type { Goal } from '../../core/goal/goal';
import { pullRequestSummary } from '../../presentation/pullRequestSummary';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';

/** The services needed to describe a pull request. */
export type PullRequestNeeds = Pick<
  Services,
  'branchGoals' | 'choices' | 'git' | 'references' | 'settings' | 'store' | 'textOptions'
>;

/** The pull request of a repository's branch. */
export interface PullRequestText {
  /** The title of the branch's goal; the branch's name if it serves none. */
  readonly title: string;
  /** Goals with why and for whom, commits by goal, and the trailers. */
  readonly description: string;
  /** The number of commits. */
  readonly commits: number;
}

/** Describes the pull request of the checked-out branch. @throws {BranchError} {GitError} */
export async function pullRequestText(
  services: PullRequestNeeds,
  repository: GitRepository,
): Promise<PullRequestText> {
  await services.choices.of(repository);
  const { catalog } = services.store;
  const trailer = services.settings.trailerOf(repository.rootUri);
  const rules = services.references.rulesOf(repository);
  const never = new AbortController().signal;
  const { branch, commits } = await branchCommits(services.git, repository.rootUri.fsPath, rules, never);
  const served = services.branchGoals.of(repository)?.served.goals ?? [];
  const branchGoals = initiativesOf(served);
  const branchItems = served.map(({ linked }) => linked);
  const folder = repository.rootUri.toString();
  const written = (goal: Goal): string => services.references.written(goal, repository);
  const withRevenue = services.settings.isOn('pullRequest.revenue');
  const input = { branchGoals, branchItems, commits, catalog, folder, trailer, written, withRevenue };
  return {
    title: branchItems[0]?.title ?? branch,
    description: pullRequestSummary(input, services.textOptions()),
    commits: commits.length,
  };
}
