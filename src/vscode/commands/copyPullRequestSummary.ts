import { env, l10n, window } from 'vscode';
import { counted } from '../../core/counted';
import type { Goal } from '../../core/goal/goal';
import { branchCommits } from '../../git/retag/branchCommits';
import { pullRequestSummary } from '../../presentation/pullRequestSummary';
import type { Services } from '../services';
import { repositoryFor } from './currentBranch';

type Needs = Pick<
  Services,
  | 'branchGoals'
  | 'choices'
  | 'context'
  | 'git'
  | 'references'
  | 'repositories'
  | 'settings'
  | 'store'
  | 'textOptions'
>;

/** Copies the description of the branch's pull request: goals with why and for whom, commits by goal, and the trailers. */
export async function copyPullRequestSummary(services: Needs): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  await services.choices.of(repository);
  const { catalog } = services.store;
  const trailer = services.settings.trailerOf(repository.rootUri);
  const rules = services.references.rulesOf(repository);
  const never = new AbortController().signal;
  const { commits } = await branchCommits(services.git, repository.rootUri.fsPath, rules, never);
  const served = services.branchGoals.of(repository)?.served.goals ?? [];
  const branchGoals = served.map(({ goal }) => goal);
  const branchItems = served.map(({ linked }) => linked);
  const folder = repository.rootUri.toString();
  const written = (goal: Goal): string => services.references.written(goal, repository);
  const withRevenue = services.settings.isOn('pullRequest.revenue');
  const input = { branchGoals, branchItems, commits, catalog, folder, trailer, written, withRevenue };
  await env.clipboard.writeText(pullRequestSummary(input, services.textOptions()));
  const told = [commits.length, repository.rootUri.path.split('/').at(-1) ?? ''];
  window.setStatusBarMessage(
    counted(commits.length, {
      one: l10n.t('$(check) Copied the summary of {0} commit in {1}: paste it as the description', ...told),
      other: l10n.t(
        '$(check) Copied the summary of {0} commits in {1}: paste it as the description',
        ...told,
      ),
    }),
    5000,
  );
}
