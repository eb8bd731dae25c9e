import { l10n, ProgressLocation, window } from 'vscode';
import { GoalLensError } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { rankGoals } from '../../core/views/ranking';
import type { GitRepository } from '../sources/git/gitExtension';
import type { HistoryIndex } from '../../git/history/historyIndex';
import { goalName, spelling } from '../../presentation/goalText';
import { agoText } from '../../presentation/targetText';
import type { Services } from '../services';
import { repositoryFor } from './currentBranch';
import { copyButton, openButton, pickGoal } from './goalPick';
import { openCommit } from './openCommit';
import { pickEntry } from './quickPick';

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

/** More commits than this are not listed: the newest are what a person looks for. */
const maxCommits = 500;

/** Lists the commits that served a goal or one below it, and opens the changes of the one picked. */
export async function showCommitsOfGoal(services: Needs, key?: unknown): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const { catalog } = services.store;
  const folder = repository.rootUri.toString();
  const given = typeof key === 'string' ? catalog.find(key, folder) : undefined;
  const goal = given ?? (await pick(services, folder));
  if (!goal) return;
  const index = await readIndex(services, repository);
  if (!index) return;
  const commits = index.commitsOf(
    new Set([goal, ...catalog.descendants(goal)].map(({ key: each }) => each)),
    maxCommits,
  );
  if (commits.length === 0) {
    throw new GoalLensError(
      l10n.t(
        'No commit of this branch names {0} or a goal below it. Tag commits to change that.',
        spelling(goal, services.textOptions()),
      ),
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
    placeHolder: l10n.t('{0} commits: pick one to see its changes', commits.length),
    matchOnDescription: true,
  });
  if (picked) await openCommit(services, repository, picked.sha, picked.subject);
}

function pick({ context, store, textOptions }: Needs, folder: string): Promise<Goal | undefined> {
  const { catalog } = store;
  return pickGoal({
    title: l10n.t('Show Commits of a Goal'),
    placeholder: l10n.t('Which goal?'),
    goals: rankGoals(catalog.all(folder), catalog),
    current: new Set(context.current.branch?.served.goals.map(({ goal }) => goal)),
    currentMark: l10n.t('you are here'),
    text: textOptions(),
    buttons: [openButton(), copyButton()],
  });
}

/** Brings the index up to date, with progress; undefined where the person stopped it. */
async function readIndex(
  { histories, references }: Needs,
  repository: GitRepository,
): Promise<HistoryIndex | undefined> {
  const rules = references.rulesOf(repository);
  const progress = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: l10n.t('Reading the history'),
  };
  return window.withProgress(progress, async (_, token) => {
    const abort = new AbortController();
    const stop = token.onCancellationRequested(() => abort.abort());
    try {
      return await histories.upToDate(repository.rootUri.fsPath, rules, abort.signal);
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    } finally {
      stop.dispose();
    }
  });
}
