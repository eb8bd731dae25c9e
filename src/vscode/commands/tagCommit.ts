import { commands, l10n, type SourceControl } from 'vscode';
import { GoalLensError } from '../../core/errors';
import { goalView } from '../../core/views/goalView';
import { rankGoals } from '../../core/views/ranking';
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
      ? served.map(({ goal }) => goal.key)
      : await pickKeys(services, repository.rootUri.toString());
  if (keys.length === 0) return;
  services.commitBox.tag(repository, services.settings.trailerOf(repository.rootUri), keys);
  await commands.executeCommand('workbench.view.scm');
}

async function pickKeys({ store, textOptions }: CommandServices, folder: string): Promise<string[]> {
  const { catalog } = store;
  if (catalog.trackers.length === 0) {
    throw new GoalLensError(l10n.t('There are no goals yet. Run “Goal Lens: Create Goals File” first.'));
  }
  const goal = await pickGoal({
    title: l10n.t('Tag Commit'),
    placeholder: l10n.t('No goal is linked to this branch: pick the one that this commit serves'),
    goals: rankGoals(catalog.all(folder), catalog),
    current: new Set(),
    currentMark: '',
    text: textOptions(),
    buttons: [openButton(), copyButton()],
  });
  return goal ? [goalView(goal, catalog).initiative.key] : [];
}

function isObject(value: unknown): value is Partial<SourceControl> {
  return typeof value === 'object' && value !== null;
}
