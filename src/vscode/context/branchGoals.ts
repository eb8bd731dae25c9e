import { noChoices, type BranchChoices } from '../../core/links/branchLinks';
import type { GoalStore } from '../../core/catalog/goalStore';
import { goalsOfBranch } from '../../core/links/codeGoals';
import type { ServedGoals } from '../../core/links/servedGoals';
import type { BranchChoicesStore } from '../sources/git/branchChoicesStore';
import type { GitRepository } from '../sources/git/gitExtension';

/** A repository's branch and the goals that it serves. */
export interface BranchContext {
  readonly repository: GitRepository;
  /** Undefined on a detached HEAD. */
  readonly name: string | undefined;
  /** The commit that HEAD points at; undefined before the first commit. */
  readonly head: string | undefined;
  readonly choices: BranchChoices;
  readonly served: ServedGoals;
}

/** Says which goals a repository's current branch serves. */
export class BranchGoals {
  constructor(
    private readonly store: GoalStore,
    private readonly choices: BranchChoicesStore,
  ) {}

  /** The current branch as of now; undefined until its links have been read once. */
  of(repository: GitRepository): BranchContext | undefined {
    const file = this.choices.peek(repository);
    if (!file) return undefined;
    const { HEAD } = repository.state;
    const name = HEAD?.name;
    const choices = name === undefined ? noChoices : file.get(name);
    const served = this.servedBy(repository, name, choices);
    return { repository, name, head: HEAD?.commit, choices, served };
  }

  /** The keys of the initiatives that any branch serves; undefined for one without a link, and until links are read. */
  keysOf(repository: GitRepository, branch: string): readonly string[] | undefined {
    const choices = this.choices.peek(repository)?.get(branch);
    if (!choices) return undefined;
    const { goals, unknown } = this.servedBy(repository, branch, choices);
    const isLinked = goals.length + unknown.length + choices.rejected.length > 0;
    return isLinked ? goals.map(({ goal }) => goal.key) : undefined;
  }

  private servedBy(
    { rootUri }: GitRepository,
    branch: string | undefined,
    choices: BranchChoices,
  ): ServedGoals {
    return goalsOfBranch(branch, choices, { catalog: this.store.catalog, folder: rootUri.toString() });
  }
}
