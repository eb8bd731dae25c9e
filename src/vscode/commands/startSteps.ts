import { l10n } from 'vscode';
import type { Goal } from '../../core/goal/goal';
import { branchNameFor, freeBranchName } from '../../core/links/branchName';
import { openGoals } from '../../core/views/ranking';
import { worktreePath } from '../../git/branches/addWorktree';
import { localBranches } from '../../git/branches/localBranches';
import { defaultStartPoint, type StartPoint } from '../../git/branches/startPoint';
import { placeOf } from '../../git/run/repositoryPlace';
import { branchNameFault } from '../../presentation/branchNameFault';
import { spelling } from '../../presentation/goalText';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';
import { ask, pickOne } from './connect/wizardInputs';
import type { Answer, Place, Step } from './connect/wizardSteps';
import { openButton, readButton } from './goalButtons';
import { pickGoal } from './goalPick';
import type { PickEntry } from './quickPick';

/** The services that the steps ask. */
export type StartServices = Pick<
  Services,
  'context' | 'git' | 'references' | 'settings' | 'store' | 'textOptions'
>;

/** Where the branch starts, and in which folder. */
export interface Start {
  readonly from: StartPoint;
  /** The folder of the worktree that is to be made; without it, the branch is checked out here. */
  readonly worktree?: string;
}

/** The answers so far. */
export interface StartDraft {
  readonly goal?: Goal;
  readonly branch?: string;
  readonly start?: Start;
}

/** Asks for the goal, unless it is given, for the name of the branch, and where it begins. */
export function startSteps(
  services: StartServices,
  repository: GitRepository,
  given: Goal | undefined,
): Step<StartDraft>[] {
  const placed = (place: Place, goal: Goal): Place => ({
    ...place,
    title: l10n.t('Start Work on {0}', spelling(goal, services.textOptions())),
  });
  return [
    {
      isNeeded: () => given === undefined,
      // Another goal gets a name of its own.
      ask: async (draft, { title }) =>
        answered(await askGoal(services, repository, title), (goal) =>
          goal === draft.goal ? draft : { goal },
        ),
    },
    {
      isNeeded: ({ goal }) => goal !== undefined,
      ask: async ({ goal, branch }, place) =>
        goal
          ? answered(await askName(services, repository, goal, branch, placed(place, goal)), (name) => ({
              goal,
              branch: name,
            }))
          : { kind: 'pass' },
    },
    {
      isNeeded: ({ branch }) => branch !== undefined,
      ask: async ({ goal, branch }, place) =>
        goal && branch !== undefined
          ? answered(await askStart(services, repository, branch, placed(place, goal)), (start) => ({
              goal,
              branch,
              start,
            }))
          : { kind: 'pass' },
    },
  ];
}

async function askGoal(
  { context, store, textOptions }: StartServices,
  { rootUri }: GitRepository,
  title: string,
): Promise<Answer<Goal>> {
  const { catalog } = store;
  const goal = await pickGoal({
    title,
    placeholder: l10n.t('Search by title, key, owner, label, level, status or customer'),
    goals: openGoals(catalog.all(rootUri.toString()), catalog),
    current: new Set(context.current.branch?.served.goals.map(({ linked }) => linked)),
    currentMark: l10n.t('you are here'),
    isCurrentLast: true,
    text: textOptions(),
    buttons: [readButton(), openButton()],
  });
  return goal ? { kind: 'next', value: goal } : { kind: 'left' };
}

async function askName(
  { git, references, settings }: StartServices,
  repository: GitRepository,
  goal: Goal,
  branch: string | undefined,
  place: Place,
): Promise<Answer<string>> {
  const { rootUri } = repository;
  const taken = await localBranches(git, rootUri.fsPath);
  const proposed = (): string =>
    branchNameFor(settings.branchTemplateOf(rootUri), {
      key: nameOf(goal, references.in(repository).spellingOf(goal)),
      title: goal.title,
      level: goal.level,
    });
  return ask({
    place,
    prompt: l10n.t('The name of the branch. The setting goalLens.branch.template proposes it.'),
    value: branch ?? freeBranchName(proposed(), taken),
    check: (name) => branchNameFault(name, taken),
    checkTyped: (name) => branchNameFault(name, taken),
  });
}

/** Asks where the branch starts: at the remote's default branch, or at the current commit. */
function askStart(
  { git }: StartServices,
  { rootUri: { fsPath: root }, state: { HEAD } }: GitRepository,
  branch: string,
  place: Place,
): Promise<Answer<Start & PickEntry>> {
  const here: StartPoint = { ref: 'HEAD', name: HEAD?.name ?? HEAD?.commit?.slice(0, 7) ?? 'HEAD' };
  const entries = async (): Promise<(Start & PickEntry)[]> => {
    const [main, { commonDir }] = await Promise.all([defaultStartPoint(git, root), placeOf(git, root)]);
    const worktree = worktreePath(commonDir, branch);
    const places = main && main.name !== here.name ? [main, here] : [here];
    return places.flatMap((from) => {
      const description = from === here ? l10n.t('where you are') : l10n.t('the default branch');
      return [
        { icon: 'git-branch', label: l10n.t('From {0}', from.name), description, from },
        {
          icon: 'folder-opened',
          label: l10n.t('From {0}, in a worktree', from.name),
          description,
          detail: worktree,
          from,
          worktree,
        },
      ];
    });
  };
  return pickOne({ place, placeholder: l10n.t('Where does {0} begin?', branch), items: entries() });
}

/** How a branch name spells a goal: its key, or its number if its tracker has no keys and this is its repository. */
function nameOf({ key }: Goal, spelled: string): string {
  const [, azure = '', number] = /^(AB)?#(\d+)$/.exec(spelled) ?? [];
  return number === undefined ? key : azure + number;
}

function answered<T>(answer: Answer<T>, use: (value: T) => StartDraft): Answer<StartDraft> {
  return answer.kind === 'next' ? { kind: 'next', value: use(answer.value) } : answer;
}
