import { l10n, window } from 'vscode';
import { Refusal } from '../../core/errors';
import { initiativesOf } from '../../core/links/servedGoals';
import { goalView } from '../../core/views/goalView';
import { openGoals } from '../../core/views/ranking';
import type { BranchCommit, CommitKeyRules } from '../../git/retag/branchCommit';
import { lastCommit } from '../../git/retag/lastCommit';
import type { GitRepository } from '../sources/git/gitExtension';
import { applyTags, type TagPlan, type RetagServices } from './applyTags';
import { repositoryFor } from './currentBranch';
import { copyButton, openButton } from './goalButtons';
import { pickGoal } from './goalPick';
import { keyRules } from './keyRules';
import { mendedText, mendsOf } from './mendSteps';

/** Longer messages are cut in the confirmation, in UTF-16 units. */
const maxShown = 1000;

/** Adds the tag to the branch's last commit, or mends a message that a tag harmed. */
export async function tagLastCommit(services: RetagServices): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  await services.choices.of(repository);
  const rules = keyRules(services, repository);
  const root = repository.rootUri.fsPath;
  const found = await lastCommit(services.git, root, rules, new AbortController().signal);
  if (!found) return;
  const { commit } = found;
  const plan = commit.harmed ? await mendPlan(commit, rules) : await tagPlan(services, repository, commit);
  if (plan) await applyTags(services, repository, rules, plan);
}

async function mendPlan(commit: BranchCommit, rules: CommitKeyRules): Promise<TagPlan | undefined> {
  if (!commit.isPublished && commit.harmed?.harm !== 'untitled') {
    const mend = l10n.t('Mend');
    const detail = mendedText(commit, rules).slice(0, maxShown);
    const question = l10n.t('Mend the message of the commit just made? It will read:');
    if ((await window.showInformationMessage(question, { modal: true, detail }, mend)) !== mend)
      return undefined;
  }
  const mends = await mendsOf([commit], rules);
  return mends?.length ? { tagged: [], keys: [], mends } : undefined;
}

async function tagPlan(
  services: RetagServices,
  repository: GitRepository,
  commit: BranchCommit,
): Promise<TagPlan | undefined> {
  const named = commit.keys.filter(({ by }) => by === 'trailer' || by === 'note');
  if (named.length > 0) {
    const keys = named.map(({ key }) => key).join(', ');
    throw new Refusal(l10n.t('The commit just made is tagged with {0} already.', keys), []);
  }
  if (commit.isExempt) {
    throw new Refusal(
      l10n.t(
        'The message of the commit just made asks for no tag (a revert, a fixup, or a tag of its own): change it with “git commit --amend”.',
      ),
      [],
    );
  }
  const keys = await keysFor(services, repository);
  return keys.length > 0 ? { tagged: [commit], keys, mends: [] } : undefined;
}

/** The keys of the branch's initiatives; if it has none, that of the goal the person picks. */
async function keysFor(services: RetagServices, repository: GitRepository): Promise<string[]> {
  const { branchGoals, store, textOptions } = services;
  const served = branchGoals.of(repository)?.served.goals ?? [];
  if (served.length > 0) return initiativesOf(served).map(({ key }) => key);
  const goal = await pickGoal({
    title: l10n.t('Tag the Commit Just Made'),
    placeholder: l10n.t('No goal is linked to this branch: pick the one that the commit serves'),
    goals: openGoals(store.catalog.all(repository.rootUri.toString()), store.catalog),
    current: new Set(),
    currentMark: '',
    text: textOptions(),
    buttons: [openButton(), copyButton()],
  });
  return goal ? [goalView(goal, store.catalog).initiative.key] : [];
}
