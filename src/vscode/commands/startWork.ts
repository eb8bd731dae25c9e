import { commands as vscodeCommands, l10n, Uri, window } from 'vscode';
import { GoalLensError } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { normalizeKey } from '../../core/goal/goalKey';
import { isUnconfirmed, linksOfBranch, noChoices } from '../../core/links/branchLinks';
import { addWorktree } from '../../git/branches/addWorktree';
import { goalName, spelling } from '../../presentation/goalText';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';
import { commands } from '../ids';
import { runWizard } from './connect/wizardSteps';
import { repositoryFor } from './currentBranch';
import { givenGoal } from './givenGoal';
import { showInPassing } from './passingMessage';
import { startSteps, type Start, type StartDraft, type StartServices } from './startSteps';

type Needs = StartServices &
  Pick<Services, 'branchGoals' | 'choices' | 'goalsFiles' | 'log' | 'repositories'>;

/** Starts work on a goal: the given one, or the one the person picks. */
export async function startWork(services: Needs, argument?: unknown): Promise<void> {
  await askAndStart(services, givenGoal(services, argument));
}

/** Creates a branch for a goal, with the name and start the person confirms, and links the two. */
export function startWorkOn(services: Needs, goal: Goal): Promise<void> {
  return askAndStart(services, goal);
}

async function askAndStart(services: Needs, given: Goal | undefined): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const draft = await runWizard<StartDraft>({
    title: l10n.t('Start Work on a Goal'),
    steps: startSteps(services, repository, given),
    draft: { ...(given && { goal: given }) },
    startAt: 0,
    keep: () => Promise.resolve(),
  });
  if (!draft?.goal || draft.branch === undefined || !draft.start) return;
  const { goal, branch, start } = draft;
  await create(services, repository, branch, start);
  await link(services, repository, branch, goal);
  await tell(services, repository, { goal, branch, start });
}

async function create(
  { git, log }: Needs,
  repository: GitRepository,
  branch: string,
  { from, worktree }: Start,
): Promise<void> {
  const root = repository.rootUri.fsPath;
  try {
    if (worktree !== undefined) await addWorktree(git, root, { branch, path: worktree, from: from.ref });
    else await repository.createBranch(branch, true, from.ref);
  } catch (error) {
    log.error(`The branch ${branch} cannot be created.`, error);
    throw new GoalLensError(
      l10n.t(
        'The branch {0} cannot be created from {1}: it may exist already, or changes that are not committed stand in the way. The log says more.',
        branch,
        from.name,
      ),
    );
  }
}

/** Links the branch explicitly if its name does not. */
async function link(services: Needs, repository: GitRepository, branch: string, goal: Goal): Promise<void> {
  const links = linksOfBranch(branch, noChoices, services.references.in(repository));
  if (links.some((each) => each.key === normalizeKey(goal.key) && !isUnconfirmed(each))) return;
  await services.choices.link(repository, branch, goal.key);
}

/** Says what the branch serves; a goals file that came with the branch may not have the goal. */
async function tell(
  { goalsFiles, store, textOptions }: Needs,
  { rootUri }: GitRepository,
  { goal, branch, start }: Required<StartDraft>,
): Promise<void> {
  if (start.worktree !== undefined) {
    // The window that opens reads its own goals file, and says what the branch serves.
    await vscodeCommands.executeCommand('vscode.openFolder', Uri.file(start.worktree), true);
    return;
  }
  await goalsFiles.files.refresh();
  if (!store.catalog.find(goal.key, rootUri.toString())) {
    await offerToAdd(spelling(goal, textOptions()), branch, start.from.name);
    return;
  }
  showInPassing(l10n.t('{0} serves {1}', branch, goalName(goal, textOptions())));
}

async function offerToAdd(key: string, branch: string, from: string): Promise<void> {
  const add = l10n.t('Add {0}…', key);
  const text = l10n.t(
    '{0} begins at {1}, whose goals file does not have {2}. Bring the goal over from where it is, or add it here.',
    branch,
    from,
    key,
  );
  if ((await window.showWarningMessage(text, add)) === add)
    await vscodeCommands.executeCommand(commands.addGoal, key);
}
