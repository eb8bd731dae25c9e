import { l10n } from 'vscode';
import { rankGoals } from '../../core/views/ranking';
import type { Goal } from '../../core/goal/goal';
import type { Services } from '../services';
import { createBranch } from './createBranch';
import { copyButton, openButton, openInTracker, pickGoal, readButton } from './goalPick';
import { linkGoal } from './linkBranch';
import { pickEntry } from './quickPick';

type Needs = Pick<
  Services,
  'branchGoals' | 'choices' | 'context' | 'log' | 'references' | 'repositories' | 'store' | 'textOptions'
>;

/** Lists what matters most now, each with its reason, and offers what to do about the one picked. */
export async function checkPriorities(services: Needs): Promise<void> {
  const { context, store } = services;
  const { branch, file } = context.current;
  const { catalog } = store;
  const current = (branch?.served.goals.length ? branch : file)?.served.goals ?? [];
  const goal = await pickGoal({
    title: l10n.t('Check Priorities'),
    placeholder: l10n.t('What matters most now: type to search by goal, key or reason'),
    goals: rankGoals(catalog.all(branch?.repository.rootUri.toString()), catalog),
    current: new Set(current.flatMap((served) => [served.goal, served.linked])),
    currentMark: l10n.t('you are here'),
    text: services.textOptions(),
    buttons: [
      readButton(),
      openButton(),
      {
        icon: 'link',
        tooltip: l10n.t('Link to This Branch'),
        isFor: () => branch?.name !== undefined,
        run: (picked) => linkGoal(services, picked),
      },
      copyButton(),
    ],
  });
  if (goal) await act(services, goal);
}

async function act(services: Needs, goal: Goal): Promise<void> {
  const branch = services.context.current.branch?.name;
  const actions = [
    ...(branch === undefined
      ? []
      : [
          {
            icon: 'link',
            label: l10n.t('Link to This Branch'),
            description: branch,
            run: () => linkGoal(services, goal),
          },
        ]),
    ...(services.context.current.branch
      ? [
          {
            icon: 'git-branch',
            label: l10n.t('Create a Branch for It…'),
            description: '',
            run: () => createBranch(services, goal),
          },
        ]
      : []),
    ...(goal.url
      ? [
          {
            icon: 'link-external',
            label: l10n.t('Open in Tracker'),
            description: new URL(goal.url).host,
            run: () => openInTracker(goal),
          },
        ]
      : []),
    { icon: 'copy', label: l10n.t('Copy Key'), description: goal.key, run: () => copyButton().run(goal) },
  ];
  const picked = await pickEntry(actions, { title: goal.title, placeHolder: goal.key });
  await picked?.run();
}
