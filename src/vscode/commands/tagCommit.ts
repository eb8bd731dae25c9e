import { commands, l10n, type SourceControl } from 'vscode';
import { GoalLensError } from '../../core/errors';
import { goalView } from '../../core/views/goalView';
import { rankGoals } from '../../core/views/ranking';
import type { GitRepository } from '../sources/git/gitExtension';
import type { CommandServices } from './commandServices';
import { repositoryFor } from './currentBranch';
import { copyButton, openButton, pickGoal } from './goalPick';

/** Writes the tag of the branch's initiatives into the repository's commit box; asks where the branch has none. */
export async function tagCommit(services: CommandServices, sourceControl?: unknown): Promise<void> {
  const repository = await repositoryFor(services, isObject(sourceControl) ? sourceControl : undefined);
  if (!repository) return;
  await services.choices.of(repository);
  const served = services.branchGoals.of(repository)?.served.goals ?? [];
  const keys =
    served.length > 0
      ? served.map(({ goal }) => services.references.written(goal, repository))
      : await pickKeys(services, repository);
  if (keys.length === 0) return;
  services.commitBox.tag(repository, services.settings.trailer, keys);
  await commands.executeCommand('workbench.view.scm');
}

async function pickKeys(
  { references, store, textOptions }: CommandServices,
  repository: GitRepository,
): Promise<string[]> {
  const { catalog } = store;
  if (catalog.trackers.length === 0) {
    throw new GoalLensError(l10n.t('There are no goals yet. Run “Goal Lens: Create Goals File” first.'));
  }
  const goal = await pickGoal({
    title: l10n.t('Tag Commit'),
    placeholder: l10n.t('No goal is linked to this branch: pick the one that this commit serves'),
    goals: rankGoals(catalog.all(repository.rootUri.toString()), catalog),
    current: new Set(),
    currentMark: '',
    text: textOptions(),
    buttons: [openButton(), copyButton()],
  });
  return goal ? [references.written(goalView(goal, catalog).initiative, repository)] : [];
}

function isObject(value: unknown): value is Partial<SourceControl> {
  return typeof value === 'object' && value !== null;
}
