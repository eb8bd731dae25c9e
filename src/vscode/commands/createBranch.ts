import { l10n, window } from 'vscode';
import { GoalLensError } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { isUnconfirmed, linksOfBranch, noChoices } from '../../core/links/branchLinks';
import { spelling } from '../../presentation/goalText';
import { normalizeKey } from '../../core/goal/goalKey';
import type { Services } from '../services';
import { repositoryFor } from './currentBranch';

type Needs = Pick<
  Services,
  'branchGoals' | 'choices' | 'context' | 'log' | 'references' | 'repositories' | 'textOptions'
>;

/** Creates and checks out a branch for a goal under the name that the person confirms, and links the two. */
export async function createBranch(services: Needs, goal: Goal): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const name = await window.showInputBox({
    title: l10n.t('Create a Branch for {0}', spelling(goal, services.textOptions())),
    prompt: l10n.t('The branch is created from where you are and checked out.'),
    value: `feature/${nameOf(goal, services.references.in(repository).spellingOf(goal))}-${slug(goal.title)}`,
    validateInput: (value) =>
      isBranchName(value) ? undefined : l10n.t('Git does not allow this as a branch name.'),
  });
  if (!name) return;
  try {
    await repository.createBranch(name, true);
  } catch (error) {
    services.log.error(`The branch ${name} cannot be created.`, error);
    throw new GoalLensError(
      l10n.t(
        'The branch {0} cannot be created: it may exist already, or git is busy. The log says more.',
        name,
      ),
    );
  }
  const links = linksOfBranch(name, noChoices, services.references.in(repository));
  if (!links.some((link) => link.key === normalizeKey(goal.key) && !isUnconfirmed(link))) {
    await services.choices.link(repository, name, goal.key);
  }
}

/** What names a goal in a branch: its key, or its number where its tracker knows no keys and this is its repository. */
function nameOf({ key }: Goal, spelled: string): string {
  const [, azure = '', number] = /^(AB)?#(\d+)$/.exec(spelled) ?? [];
  return number === undefined ? key : azure + number;
}

/** The first words of a title in the form that branch names use. */
function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .split('-')
    .slice(0, 5)
    .join('-');
}

/** The rules of `git check-ref-format --branch`. */
function isBranchName(name: string): boolean {
  return (
    !/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$|^@$/.test(name) &&
    name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
  );
}
