import { branchCommits } from '../../git/retag/branchCommits';
import type { Goal } from '../../core/goal/goal';
import { pullRequestSummary } from '../../presentation/pullRequestSummary';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';

/** What the description of a pull request is made from. */
export type PullRequestNeeds = Pick<
  Services,
  'branchGoals' | 'choices' | 'git' | 'references' | 'settings' | 'store' | 'textOptions'
>;

/** The pull request of a repository's branch. */
export interface PullRequestText {
  /** The title of what the branch is about; its name where it serves no goal. */
  readonly title: string;
  /** Goals with why and for whom, commits by goal, and the trailers. */
  readonly description: string;
  /** How many commits it has. */
  readonly commits: number;
}

/** Describes the pull request of the branch that is checked out. @throws {RetagError} {GitError} */
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
  const branchGoals = served.map(({ goal }) => goal);
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
