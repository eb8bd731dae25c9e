import { commands as vscodeCommands, l10n } from 'vscode';
import type { Goal } from '../../core/goal/goal';
import { fileGoals } from '../../core/links/fileGoals';
import { scopeOf } from '../../core/views/goalScopes';
import { goalView } from '../../core/views/goalView';
import { openGoals } from '../../core/views/ranking';
import { hiddenCommands } from '../ids';
import type { Services } from '../services';
import { briefButton, copyButton, openButton, readButton, type GoalButton } from './goalButtons';
import { pickGoal } from './goalPick';
import { linkGoal } from './linkBranch';
import { pickEntry } from './quickPick';
import { startWorkOn } from './startWork';

type Needs = Pick<
  Services,
  | 'branchGoals'
  | 'choices'
  | 'context'
  | 'git'
  | 'goalsFiles'
  | 'log'
  | 'memento'
  | 'references'
  | 'repositories'
  | 'scopes'
  | 'settings'
  | 'store'
  | 'textOptions'
>;

/** Where the last chosen scope is kept. */
const scopeKey = 'checkPrioritiesScope';

/** Lists what matters most now, with reasons, and offers actions on the goal the person picks. */
export async function checkPriorities(services: Needs): Promise<void> {
  const { context, memento, store } = services;
  services.scopes.forget();
  const scopes = await services.scopes.read();
  const { branch, file } = context.current;
  const { catalog } = store;
  const ofBranch = branch?.served.goals ?? [];
  const goals = catalog.all(branch?.repository.rootUri.toString());
  const current =
    ofBranch.length > 0
      ? ofBranch.map(({ linked }) => linked)
      : fileGoals(file?.served.goals ?? [], catalog).map(({ view }) => view.goal);
  const inRow = actionsInRow(services);
  const goal = await pickGoal({
    title: l10n.t('Check Priorities'),
    placeholder: l10n.t('Search by title, key, owner, label, level, status or customer'),
    goals: openGoals(goals, catalog),
    closed: () => goals.map((each) => goalView(each, catalog)).filter(({ isClosed }) => isClosed),
    current: new Set(current),
    currentMark: ofBranch.length > 0 ? l10n.t('you are here') : l10n.t('goal of this file'),
    scopes,
    scope: scopeOf(memento.get(scopeKey), scopes),
    onScope: (scope) => void memento.update(scopeKey, scope),
    text: services.textOptions(),
    buttons: inRow,
    preview: (shown) => void vscodeCommands.executeCommand(hiddenCommands.previewGoal, shown?.key),
  });
  if (goal) await act(goal, [...inRow, briefButton(), copyButton()]);
}

/** The actions that stand in the row of a goal too, likeliest first. */
function actionsInRow(services: Needs): GoalButton[] {
  const branch = (): string | undefined => services.context.current.branch?.name;
  return [
    readButton(),
    {
      icon: 'link',
      tooltip: l10n.t('Link to This Branch'),
      isFor: () => branch() !== undefined,
      run: (goal) => linkGoal(services, goal),
    },
    {
      icon: 'git-branch',
      tooltip: l10n.t('Start Work on It…'),
      isFor: (goal) =>
        services.repositories.all.length > 0 && !goalView(goal, services.store.catalog).isClosed,
      run: (goal) => startWorkOn(services, goal),
    },
    openButton(),
  ];
}

async function act(goal: Goal, actions: readonly GoalButton[]): Promise<void> {
  const entries = actions
    .filter(({ isFor }) => isFor?.(goal) ?? true)
    .map((action) => ({ icon: action.icon, label: action.tooltip, action }));
  const picked = await pickEntry(entries, { title: goal.title, placeHolder: goal.key });
  await picked?.action.run(goal);
}
