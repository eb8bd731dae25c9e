import { l10n } from 'vscode';
import { Refusal } from '../../core/errors';
import { normalizeKey } from '../../core/goal/goalKey';
import { goalName, spelling } from '../../presentation/goalText';
import { provenanceText } from '../../presentation/provenanceText';
import type { Services } from '../services';
import { namedBranch, repositoryFor } from './currentBranch';
import { pickEntry } from './quickPick';
import { showInPassing } from './passingMessage';

type Needs = Pick<Services, 'branchGoals' | 'choices' | 'context' | 'repositories' | 'store' | 'textOptions'>;

/** Permanently takes a goal off the current branch; asks which if there are several. */
export async function notThisGoal(services: Needs, key?: unknown): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const branch = await namedBranch(services, repository);
  const { goals } = branch.served;
  if (goals.length === 0) {
    throw new Refusal(l10n.t('No goal is linked to {0}: there is nothing to take off.', branch.name), [
      'linkBranch',
    ]);
  }
  const given =
    typeof key === 'string'
      ? goals.find(({ linked }) => normalizeKey(linked.key) === normalizeKey(key))
      : undefined;
  const { catalog } = services.store;
  const options = services.textOptions();
  const items = goals.map((served) => ({
    label: goalName(served.linked, options),
    detail: provenanceText(served, catalog, options),
    served,
  }));
  const [only] = goals;
  const served =
    given ??
    (goals.length === 1
      ? only
      : (
          await pickEntry(items, {
            placeHolder: l10n.t('Which goal is wrong for {0}?', branch.name),
          })
        )?.served);
  if (!served) return;
  await services.choices.reject(repository, branch.name, served.linked.key);
  showInPassing(l10n.t('{0} is not the goal of {1}', spelling(served.linked, options), branch.name));
}
