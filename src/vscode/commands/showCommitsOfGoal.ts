import { l10n } from 'vscode';
import { counted } from '../../core/counted';
import { Refusal } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { openGoals } from '../../core/views/ranking';
import { goalName, spelling } from '../../presentation/goalText';
import { agoText } from '../../presentation/targetText';
import type { Services } from '../services';
import { repositoryFor } from './currentBranch';
import { givenGoal } from './givenGoal';
import { copyButton, openButton } from './goalButtons';
import { pickGoal } from './goalPick';
import { openCommit } from './openCommit';
import { pickEntry } from './quickPick';
import { readHistoryIndex } from './readHistoryIndex';

type Needs = Pick<
  Services,
  | 'branchGoals'
  | 'choices'
  | 'context'
  | 'git'
  | 'histories'
  | 'references'
  | 'repositories'
  | 'store'
  | 'textOptions'
>;

/** The most commits to list: people look for the newest. */
const maxCommits = 500;

/** Lists the commits that served a goal or one below it, and opens the changes of the one picked. */
export async function showCommitsOfGoal(services: Needs, argument?: unknown): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const { catalog } = services.store;
  const folder = repository.rootUri.toString();
  const goal = givenGoal(services, argument) ?? (await pick(services, folder));
  if (!goal) return;
  const index = await readHistoryIndex(services, repository);
  if (!index) return;
  const commits = index.commitsOf(
    new Set([goal, ...catalog.descendants(goal)].map(({ key: each }) => each)),
    maxCommits,
  );
  if (commits.length === 0) {
    throw new Refusal(
      l10n.t(
        'No commit of this branch names {0} or a goal below it. Tag commits to change that.',
        spelling(goal, services.textOptions()),
      ),
      ['tagExistingCommits'],
    );
  }
  const options = services.textOptions();
  const items = commits.map((commit) => ({
    icon: 'git-commit',
    label: commit.subject,
    description: `${commit.sha.slice(0, 7)} · ${agoText(commit.time * 1000, options)}`,
    sha: commit.sha,
    subject: commit.subject,
  }));
  const picked = await pickEntry(items, {
    title: l10n.t('Commits of {0}', goalName(goal, options)),
    placeHolder: counted(commits.length, {
      one: l10n.t('{0} commit: pick it to see its changes', commits.length),
      other: l10n.t('{0} commits: pick one to see its changes', commits.length),
    }),
    matchOnDescription: true,
  });
  if (picked) await openCommit(services, repository, picked.sha, picked.subject);
}

function pick({ context, store, textOptions }: Needs, folder: string): Promise<Goal | undefined> {
  const { catalog } = store;
  return pickGoal({
    title: l10n.t('Show Commits of a Goal'),
    placeholder: l10n.t('Which goal?'),
    goals: openGoals(catalog.all(folder), catalog),
    current: new Set(context.current.branch?.served.goals.map(({ goal }) => goal)),
    currentMark: l10n.t('you are here'),
    text: textOptions(),
    buttons: [openButton(), copyButton()],
  });
}
