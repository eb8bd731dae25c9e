import { l10n, window } from 'vscode';
import { counted } from '../../core/counted';
import { Refusal } from '../../core/errors';
import { titleOf } from '../../core/message/messageTitle';
import { goalView } from '../../core/views/goalView';
import { openGoals } from '../../core/views/ranking';
import type { BranchCommit, CommitKeyRules } from '../../git/retag/branchCommit';
import { branchCommits, type BranchCommits } from '../../git/retag/branchCommits';
import type { GitRepository } from '../sources/git/gitExtension';
import { applyTags, type TagPlan, type RetagServices } from './applyTags';
import { repositoryFor } from './currentBranch';
import { copyButton, openButton } from './goalButtons';
import { pickGoal } from './goalPick';
import { pickEntries, type PickEntry } from './quickPick';
import { keyRules } from './keyRules';
import { harmText, mendedText, mendsOf } from './mendSteps';

/** A branch's commit in the list. */
type CommitItem = PickEntry & { readonly commit: BranchCommit };

/** Above this many, commits are hardly about one goal, so none is preselected. */
const maxChosen = 10;

/**
 * Adds the initiative to commits of the branch that name no goal, and mends messages that a tag harmed: rewords
 * unpublished commits, adds notes to published ones.
 */
export async function tagExistingCommits(services: RetagServices): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  await services.choices.of(repository);
  const rules = keyRules(services, repository);
  const signal = new AbortController().signal;
  const branch = await branchCommits(services.git, repository.rootUri.fsPath, rules, signal);
  const chosen = await pickCommits(branch, rules);
  if (!chosen?.length) return;
  const mends = await mendsOf(chosen, rules);
  if (!mends) return;
  const tagged = chosen.filter(({ harmed }) => !harmed);
  if (tagged.length + mends.length === 0) return;
  // Mended messages already name their goals.
  const keys = tagged.length > 0 ? await pickKeys(services, repository) : [];
  if (tagged.length > 0 && keys.length === 0) return;
  const plan: TagPlan = { tagged, keys, mends };
  if (await confirm(plan)) await applyTags(services, repository, rules, plan);
}

async function pickCommits(
  { base, commits, notice }: BranchCommits,
  rules: CommitKeyRules,
): Promise<readonly BranchCommit[] | undefined> {
  const offered = commits.filter(isOffered);
  if (offered.length === 0) {
    throw new Refusal(l10n.t('Every commit of this branch names a goal already.'), []);
  }
  const why = reasonToChooseByHand(base !== undefined, offered.length);
  const items = offered.map((commit): CommitItem => ({
    label: commit.harmed ? newTitle(commit, rules) : commit.subject,
    description: `${commit.sha.slice(0, 7)} · ${whatHappens(commit)}`,
    detail: commit.harmed ? harmText(commit) : fileText(commit),
    picked: !commit.isPublished && why === undefined,
    commit,
  }));
  const picked = await pickEntries(items, {
    title: l10n.t('Tag Existing Commits'),
    placeHolder:
      [why, notice?.message].filter(Boolean).join(' ') ||
      l10n.t('Choose the commits that serve the same goal'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ commit }) => commit);
}

/** Whether a commit lacks a goal, or is harmed and not yet mended by a note. */
function isOffered({ keys, isMerge, isExempt, isNoted, harmed }: BranchCommit): boolean {
  if (isMerge || isExempt) return false;
  return keys.length === 0 || (harmed !== undefined && !isNoted);
}

/** Why no commit is preselected, in one sentence; undefined if some are. */
function reasonToChooseByHand(hasBase: boolean, count: number): string | undefined {
  if (!hasBase) {
    return l10n.t(
      'This is the default branch, so nothing is chosen yet: choose the commits that serve one goal.',
    );
  }
  if (count <= maxChosen) return undefined;
  return l10n.t(
    '{0} commits are many for one goal, so nothing is chosen yet: choose those that serve it.',
    count,
  );
}

function newTitle(commit: BranchCommit, rules: CommitKeyRules): string {
  const { harmed, earlier } = commit;
  if (harmed?.harm !== 'untitled') return titleOf(mendedText(commit, rules));
  return earlier === undefined ? l10n.t('(you are asked for a title)') : titleOf(earlier);
}

function whatHappens({ harmed, isPublished }: BranchCommit): string {
  if (isPublished) return l10n.t('published: gets a note');
  return harmed ? l10n.t('not published: is mended') : l10n.t('not published: is reworded');
}

function fileText({ files }: BranchCommit): string {
  return files.slice(0, 5).join(', ') + (files.length > 5 ? ', …' : '');
}

async function pickKeys(
  { branchGoals, references, store, textOptions }: RetagServices,
  repository: GitRepository,
): Promise<string[]> {
  const { catalog } = store;
  const served = branchGoals.of(repository)?.served.goals ?? [];
  const goal = await pickGoal({
    title: l10n.t('Tag Existing Commits'),
    placeholder: l10n.t('Which goal do these commits serve?'),
    goals: openGoals(catalog.all(repository.rootUri.toString()), catalog),
    current: new Set(served.map((each) => each.goal)),
    currentMark: l10n.t('you are here'),
    text: textOptions(),
    buttons: [openButton(), copyButton()],
  });
  return goal ? [references.written(goalView(goal, catalog).initiative, repository)] : [];
}

async function confirm({ tagged, keys, mends }: TagPlan): Promise<boolean> {
  const all = [...tagged, ...mends.map(({ commit }) => commit)];
  const noted = all.filter(({ isPublished }) => isPublished).length;
  const detail = [rewordedText(all.length - noted), notedText(noted), l10n.t('Nothing is pushed.')];
  const tag = tagged.length > 0 ? l10n.t('Tag') : l10n.t('Mend');
  const question = [taggedText(tagged.length, keys.join(', ')), mendedQuestion(mends.length)];
  const answer = await window.showWarningMessage(
    question.filter(Boolean).join(' '),
    { modal: true, detail: detail.filter(Boolean).join('\n') },
    tag,
  );
  return answer === tag;
}

function taggedText(count: number, keys: string): string {
  if (count === 0) return '';
  return counted(count, {
    one: l10n.t('Tag {0} commit with {1}?', count, keys),
    other: l10n.t('Tag {0} commits with {1}?', count, keys),
  });
}

function mendedQuestion(count: number): string {
  if (count === 0) return '';
  return counted(count, {
    one: l10n.t('Mend {0} message?', count),
    other: l10n.t('Mend {0} messages?', count),
  });
}

function rewordedText(count: number): string {
  if (count === 0) return '';
  return counted(count, {
    one: l10n.t(
      '{0} commit that is not published is reworded: its id and those above change. A backup is kept.',
      count,
    ),
    other: l10n.t(
      '{0} commits that are not published are reworded: their ids and those above change. A backup is kept.',
      count,
    ),
  });
}

function notedText(count: number): string {
  if (count === 0) return '';
  return counted(count, {
    one: l10n.t('{0} published commit stays as it is and gets a git note.', count),
    other: l10n.t('{0} published commits stay as they are and get a git note.', count),
  });
}
