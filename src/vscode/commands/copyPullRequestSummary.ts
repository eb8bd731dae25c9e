import { env, l10n } from 'vscode';
import { counted } from '../../core/counted';
import type { Services } from '../services';
import { repositoryFor } from './currentBranch';
import { pullRequestText, type PullRequestNeeds } from './pullRequestText';
import { showInPassing } from './passingMessage';

type Needs = PullRequestNeeds & Pick<Services, 'context' | 'repositories'>;

/**
 * Copies a description for the branch's pull request: goals with why and for whom, commits by goal, and the trailers.
 */
export async function copyPullRequestSummary(services: Needs): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const { description, commits } = await pullRequestText(services, repository);
  await env.clipboard.writeText(description);
  const told = [commits, repository.rootUri.path.split('/').at(-1) ?? ''];
  showInPassing(
    counted(commits, {
      one: l10n.t('Copied the summary of {0} commit in {1}: paste it as the description', ...told),
      other: l10n.t('Copied the summary of {0} commits in {1}: paste it as the description', ...told),
    }),
  );
}
