import { l10n, ProgressLocation, window, type QuickPickItem } from 'vscode';
import { GoalLensError } from '../../core/errors';
import { initiativeOf } from '../../core/catalog/initiative';
import { rankGoals } from '../../core/catalog/ranking';
import type { GitRepository } from '../sources/git/gitExtension';
import { branchCommits, type BranchCommit } from '../../git/retag/branchCommits';
import { writeGoalNotes } from '../../git/retag/goalNotes';
import { PipedGit } from '../../git/run/pipedGit';
import { rewordCommits, type Reworded } from '../../git/retag/rewordCommits';
import { undoReword } from '../../git/retag/undoReword';
import type { CommandServices } from './commandServices';
import { repositoryFor } from './currentBranch';
import { copyButton, openButton, pickGoal } from './goalPick';

/** A branch's commit in a list. */
type CommitItem = QuickPickItem & { readonly commit: BranchCommit };

/** Writes the initiative into commits of the branch that name no goal: reworded while unpublished, noted after that. */
export async function tagExistingCommits(services: CommandServices): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  await services.choices.of(repository);
  const chosen = await pickCommits(services, repository);
  if (!chosen?.length) return;
  const keys = await pickKeys(services, repository);
  if (keys.length === 0) return;
  const published = chosen.filter(({ isPublished }) => isPublished);
  const unpublished = chosen.filter(({ isPublished }) => !isPublished);
  if (!(await confirm(keys, unpublished.length, published.length))) return;

  const git = new PipedGit(() => services.repositories.gitPath);
  const root = repository.rootUri.fsPath;
  const { trailer } = services.settings;
  const never = new AbortController().signal;
  const shas = (commits: readonly BranchCommit[]): string[] => commits.map(({ sha }) => sha);
  const reworded = await window.withProgress(
    { location: ProgressLocation.SourceControl, title: l10n.t('Tagging commits') },
    async () => {
      // Notes first: rewording carries them over, and it is the step that can be refused.
      if (published.length > 0)
        await writeGoalNotes(git, root, { shas: shas(published), trailer, keys }, never);
      if (unpublished.length === 0) return undefined;
      return rewordCommits(git, root, { shas: shas(unpublished), trailer, keys }, never);
    },
  );
  await repository.status();
  await report(git, repository, chosen.length, reworded);
}

async function pickCommits(
  { git, references }: CommandServices,
  repository: GitRepository,
): Promise<readonly BranchCommit[] | undefined> {
  const rules = references.rulesOf(repository);
  const never = new AbortController().signal;
  const { commits, notice } = await branchCommits(git, repository.rootUri.fsPath, rules, never);
  const untagged = commits.filter(
    ({ keys, isMerge, isWithoutGoal }) => keys.length === 0 && !isMerge && !isWithoutGoal,
  );
  if (untagged.length === 0) {
    throw new GoalLensError(l10n.t('Every commit of this branch names a goal already.'));
  }
  const items = untagged.map((commit): CommitItem => ({
    label: commit.subject.replaceAll('$(', '$ ('),
    description: `${commit.sha.slice(0, 7)} · ${commit.isPublished ? l10n.t('published: gets a note') : l10n.t('not published: is reworded')}`,
    detail: commit.files.slice(0, 5).join(', ') + (commit.files.length > 5 ? ', …' : ''),
    picked: !commit.isPublished,
    commit,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Tag Existing Commits'),
    placeHolder: notice?.message ?? l10n.t('Choose the commits that serve the same goal'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ commit }) => commit);
}

async function pickKeys(
  { branchGoals, references, store, textOptions }: CommandServices,
  repository: GitRepository,
): Promise<string[]> {
  const { catalog } = store;
  const served = branchGoals.of(repository)?.served.goals ?? [];
  const goal = await pickGoal({
    title: l10n.t('Tag Existing Commits'),
    placeholder: l10n.t('Which goal do these commits serve?'),
    goals: rankGoals(catalog.all(repository.rootUri.toString()), catalog),
    current: new Set(served.map((each) => each.goal)),
    currentMark: l10n.t('you are here'),
    text: textOptions(),
    buttons: [openButton(), copyButton()],
  });
  return goal ? [references.written(initiativeOf(goal, catalog), repository)] : [];
}

async function confirm(keys: readonly string[], reworded: number, noted: number): Promise<boolean> {
  const tag = l10n.t('Tag');
  const detail = [
    reworded > 0 &&
      l10n.t(
        '{0} commits that are not published are reworded: their ids and those above change. A backup is kept.',
        reworded,
      ),
    noted > 0 && l10n.t('{0} published commits stay as they are and get a git note.', noted),
    l10n.t('Nothing is pushed.'),
  ];
  const question = l10n.t('Tag {0} commits with {1}?', reworded + noted, keys.join(', '));
  return (
    (await window.showWarningMessage(
      question,
      { modal: true, detail: detail.filter(Boolean).join('\n') },
      tag,
    )) === tag
  );
}

async function report(
  git: PipedGit,
  repository: GitRepository,
  count: number,
  reworded: Reworded | undefined,
): Promise<void> {
  if (!reworded) {
    window.setStatusBarMessage(l10n.t('$(check) Tagged {0} commits', count), 5000);
    return;
  }
  const undo = l10n.t('Undo');
  const answer = await window.showInformationMessage(
    l10n.t('Tagged {0} commits. The branch as it was is kept in {1}.', count, reworded.backupRef),
    undo,
  );
  if (answer !== undo) return;
  await undoReword(git, repository.rootUri.fsPath, reworded.backupRef, new AbortController().signal);
  await repository.status();
}
