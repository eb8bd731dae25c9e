import { commands as vscodeCommands, l10n, Uri, window } from 'vscode';
import { GoalLensError } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { normalizeKey } from '../../core/goal/goalKey';
import { isUnconfirmed, linksOfBranch, noChoices } from '../../core/links/branchLinks';
import { branchNameFor, freeBranchName } from '../../core/links/branchName';
import { rankGoals } from '../../core/views/ranking';
import { addWorktree, worktreePath } from '../../git/branches/addWorktree';
import { localBranches } from '../../git/branches/localBranches';
import { defaultStartPoint, type StartPoint } from '../../git/branches/startPoint';
import { branchNameFault } from '../../presentation/branchNameFault';
import { goalName, spelling } from '../../presentation/goalText';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';
import { repositoryFor } from './currentBranch';
import { givenGoal } from './givenGoal';
import { openButton, readButton } from './goalButtons';
import { pickGoal } from './goalPick';
import { pickEntry } from './quickPick';
import { showInPassing } from './passingMessage';

type Needs = Pick<
  Services,
  | 'branchGoals'
  | 'choices'
  | 'context'
  | 'git'
  | 'log'
  | 'references'
  | 'repositories'
  | 'settings'
  | 'store'
  | 'textOptions'
>;

/** Where the branch starts, and in which folder. */
interface Start {
  readonly from: StartPoint;
  readonly isWorktree: boolean;
}

/** Starts work on a goal: the given one, or the one the person picks. */
export async function startWork(services: Needs, argument?: unknown): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const { catalog } = services.store;
  const folder = repository.rootUri.toString();
  const goal =
    givenGoal(services, argument) ??
    (await pickGoal({
      title: l10n.t('Start Work on a Goal'),
      placeholder: l10n.t('Search by title, key, owner, label, level, status or customer'),
      goals: rankGoals(catalog.all(folder), catalog),
      current: new Set(services.context.current.branch?.served.goals.map(({ linked }) => linked)),
      currentMark: l10n.t('you are here'),
      isCurrentLast: true,
      text: services.textOptions(),
      buttons: [readButton(), openButton()],
    }));
  if (goal) await startWorkOn(services, goal);
}

/** Creates a branch for a goal, with the name and start the person confirms, and links the two. */
export async function startWorkOn(services: Needs, goal: Goal): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const { git, references, settings } = services;
  const spelled = references.in(repository).spellingOf(goal);
  const title = l10n.t('Start Work on {0}', spelling(goal, services.textOptions()));
  const taken = await localBranches(git, repository.rootUri.fsPath);
  const proposed = branchNameFor(settings.branchTemplateOf(repository.rootUri), {
    key: nameOf(goal, spelled),
    title: goal.title,
    level: goal.level,
  });
  const branch = await window.showInputBox({
    title,
    prompt: l10n.t('The name of the branch. The setting goalLens.branch.template proposes it.'),
    value: freeBranchName(proposed, taken),
    validateInput: (value) => branchNameFault(value, taken),
  });
  if (!branch) return;
  const start = await askStart(services, repository, branch, title);
  if (!start) return;
  const path = worktreePath(repository.rootUri.fsPath, branch);
  try {
    if (start.isWorktree) {
      await addWorktree(git, repository.rootUri.fsPath, { branch, path, from: start.from.ref });
    } else await repository.createBranch(branch, true, start.from.ref);
  } catch (error) {
    services.log.error(`The branch ${branch} cannot be created.`, error);
    throw new GoalLensError(
      l10n.t(
        'The branch {0} cannot be created from {1}: it may exist already, or changes that are not committed stand in the way. The log says more.',
        branch,
        start.from.name,
      ),
    );
  }
  await link(services, repository, branch, goal);
  if (start.isWorktree) await vscodeCommands.executeCommand('vscode.openFolder', Uri.file(path), true);
  const text = l10n.t('{0} serves {1}', branch, goalName(goal, services.textOptions()));
  showInPassing(text);
}

/** Asks where the branch starts: at the remote's default branch, or at the current commit. */
async function askStart(
  { git }: Needs,
  repository: GitRepository,
  branch: string,
  title: string,
): Promise<Start | undefined> {
  const root = repository.rootUri.fsPath;
  const { HEAD } = repository.state;
  const here: StartPoint = { ref: 'HEAD', name: HEAD?.name ?? HEAD?.commit?.slice(0, 7) ?? 'HEAD' };
  const main = await defaultStartPoint(git, root);
  const places = [main, here].filter(
    (each) => each !== undefined && (each === here || each.name !== here.name),
  );
  const entries = places.flatMap((from) => {
    if (!from) return [];
    const description = from === here ? l10n.t('where you are') : l10n.t('the default branch');
    const folder = worktreePath(root, branch);
    return [
      { icon: 'git-branch', label: l10n.t('From {0}', from.name), description, from, isWorktree: false },
      {
        icon: 'folder-opened',
        label: l10n.t('From {0}, in a worktree', from.name),
        description,
        detail: folder,
        from,
        isWorktree: true,
      },
    ];
  });
  return pickEntry(entries, { title, placeHolder: l10n.t('Where does {0} begin?', branch) });
}

/** Links the branch explicitly if its name does not. */
async function link(services: Needs, repository: GitRepository, branch: string, goal: Goal): Promise<void> {
  const links = linksOfBranch(branch, noChoices, services.references.in(repository));
  if (links.some((each) => each.key === normalizeKey(goal.key) && !isUnconfirmed(each))) return;
  await services.choices.link(repository, branch, goal.key);
}

/** How a branch name spells a goal: its key, or its number if its tracker has no keys and this is its repository. */
function nameOf({ key }: Goal, spelled: string): string {
  const [, azure = '', number] = /^(AB)?#(\d+)$/.exec(spelled) ?? [];
  return number === undefined ? key : azure + number;
}
