import { l10n } from 'vscode';
import { Refusal } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { openGoals } from '../../core/views/ranking';
import { goalName } from '../../presentation/goalText';
import type { Services } from '../services';
import { namedBranch, repositoryFor } from './currentBranch';
import { copyButton, openButton, readButton } from './goalButtons';
import { pickGoal } from './goalPick';
import { showInPassing } from './passingMessage';

type Needs = Pick<Services, 'branchGoals' | 'choices' | 'context' | 'repositories' | 'store' | 'textOptions'>;

/** Lets a person link the branch to a goal; linked goals are marked and can be unlinked. */
export async function linkBranch(services: Needs): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const branch = await namedBranch(services, repository);
  const { catalog } = services.store;
  if (catalog.trackers.length === 0) {
    throw new Refusal(l10n.t('There are no goals yet. Connect a tracker or create a goals file first.'), [
      'connectTracker',
      'createGoalsFile',
    ]);
  }
  const linked = new Set(branch.served.goals.map((served) => served.linked));
  const goal = await pickGoal({
    title: l10n.t('Link {0} to a Goal', branch.name),
    placeholder: l10n.t('Pick the goal that this branch serves'),
    goals: openGoals(catalog.all(repository.rootUri.toString()), catalog),
    current: linked,
    currentMark: l10n.t('linked'),
    offered: new Set(branch.offers.flatMap(({ goals }) => goals)),
    text: services.textOptions(),
    buttons: [
      {
        icon: 'debug-disconnect',
        tooltip: l10n.t('Not This Goal'),
        isFor: (each) => linked.has(each),
        run: (each) => services.choices.reject(repository, branch.name, each.key),
      },
      readButton(),
      openButton(),
      copyButton(),
    ],
  });
  if (goal) await linkGoal(services, goal);
}

/** Links the current branch to a goal. */
export async function linkGoal(services: Needs, goal: Goal): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const { name } = await namedBranch(services, repository);
  await services.choices.link(repository, name, goal.key);
  showInPassing(l10n.t('{0} serves {1}', name, goalName(goal, services.textOptions())));
}
