import { l10n, type SourceControl } from 'vscode';
import { Refusal } from '../../core/errors';
import { initiativesOf } from '../../core/links/servedGoals';
import { goalView } from '../../core/views/goalView';
import { openGoals } from '../../core/views/ranking';
import { focusBox } from '../surfaces/commitBox/focusBox';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';
import { repositoryFor } from './currentBranch';
import { copyButton, openButton } from './goalButtons';
import { pickGoal } from './goalPick';
import { showInPassing } from './passingMessage';

type Needs = Pick<
  Services,
  | 'branchGoals'
  | 'choices'
  | 'commitBoxes'
  | 'context'
  | 'references'
  | 'repositories'
  | 'store'
  | 'textOptions'
>;

/**
 * Tags a repository's next commit with the branch's initiatives; asks if the branch has none. If the commit box has no
 * subject yet, the tag waits for it.
 */
export async function tagCommit(services: Needs, sourceControl?: unknown): Promise<void> {
  const repository = await repositoryFor(services, isObject(sourceControl) ? sourceControl : undefined);
  if (!repository) return;
  await services.choices.of(repository);
  const served = services.branchGoals.of(repository)?.served.goals ?? [];
  const keys =
    served.length > 0
      ? initiativesOf(served).map((goal) => services.references.written(goal, repository))
      : await pickKeys(services, repository);
  if (keys.length === 0) return;
  const { isWritten } = services.commitBoxes.tag(repository, keys);
  const { by } = services.commitBoxes.of(repository);
  const names = keys.join(', ');
  if (by === 'hook') {
    showInPassing(l10n.t('The commit hook tags the next commit {0}', names), 'tag');
  } else if (!isWritten) {
    showInPassing(l10n.t('The next commit is tagged {0} once it has a subject', names), 'tag');
  }
  await focusBox(repository, services.repositories.all.length);
}

/** Leaves the tag out of a repository's next commit, both in the commit box and in the hook. */
export async function leaveOutTag(services: Needs, sourceControl?: unknown): Promise<void> {
  const repository = await repositoryFor(services, isObject(sourceControl) ? sourceControl : undefined);
  if (!repository) return;
  services.commitBoxes.leaveOut(repository);
  showInPassing(l10n.t('The next commit is not tagged'), 'tag');
}

async function pickKeys(
  { references, store, textOptions }: Needs,
  repository: GitRepository,
): Promise<string[]> {
  const { catalog } = store;
  if (catalog.trackers.length === 0) {
    throw new Refusal(l10n.t('There are no goals yet. Connect a tracker or create a goals file first.'), [
      'connectTracker',
      'createGoalsFile',
    ]);
  }
  const goal = await pickGoal({
    title: l10n.t('Tag Commit'),
    placeholder: l10n.t('No goal is linked to this branch: pick the one that this commit serves'),
    goals: openGoals(catalog.all(repository.rootUri.toString()), catalog),
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
