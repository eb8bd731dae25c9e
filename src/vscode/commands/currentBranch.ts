import { l10n, type SourceControl } from 'vscode';
import { Refusal } from '../../core/errors';
import type { BranchContext } from '../context/branchGoals';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';
import { pickEntry } from './quickPick';

type Needs = Pick<Services, 'branchGoals' | 'choices' | 'context' | 'repositories'>;

/** A branch with a name, so goals can be linked to it. */
export type NamedBranch = BranchContext & { readonly name: string };

/**
 * The repository a command is about: the one whose Source Control view it was called from, otherwise the active
 * editor's, the only one, or the one the person picks.
 */
export async function repositoryFor(
  { context, repositories }: Needs,
  sourceControl?: Partial<SourceControl>,
): Promise<GitRepository | undefined> {
  const given = sourceControl?.rootUri && repositories.of(sourceControl.rootUri);
  const found = given ?? context.current.branch?.repository ?? repositories.chosen;
  if (found) return found;
  if (repositories.all.length === 0) {
    throw new Refusal(l10n.t('There is no git repository here. Open a folder that is in one.'), [
      'openFolder',
    ]);
  }
  const items = repositories.all.map((repository) => ({
    label: repository.rootUri.path.split('/').at(-1) ?? '',
    description: repository.state.HEAD?.name ?? '',
    repository,
  }));
  const picked = await pickEntry(items, { placeHolder: l10n.t('Which repository?') });
  return picked?.repository;
}

/** The current branch of a repository. @throws {GoalLensError} if HEAD is detached */
export async function namedBranch(services: Needs, repository: GitRepository): Promise<NamedBranch> {
  await services.choices.of(repository);
  const branch = services.branchGoals.of(repository);
  if (branch?.name === undefined) {
    throw new Refusal(l10n.t('HEAD is on no branch. Check out a branch first.'), ['checkOut']);
  }
  return { ...branch, name: branch.name };
}
