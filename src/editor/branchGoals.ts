import { linksOfBranch, noChoices, type BranchChoices } from '../core/branchLinks';
import type { GoalStore } from '../core/goalStore';
import { servedGoals, type ServedGoals } from '../core/servedGoals';
import type { BranchChoicesStore } from '../git/branchChoicesStore';
import type { GitRepository } from '../git/gitExtension';

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

  /** The branch as of now; undefined until its links have been read once. */
  of(repository: GitRepository): BranchContext | undefined {
    const file = this.choices.peek(repository);
    if (!file) return undefined;
    const { HEAD } = repository.state;
    const name = HEAD?.name;
    const choices = name === undefined ? noChoices : file.get(name);
    const { catalog } = this.store;
    const links = name === undefined ? [] : linksOfBranch(name, choices, catalog.projects());
    const served = servedGoals(links, catalog, repository.rootUri.toString());
    return { repository, name, head: HEAD?.commit, choices, served };
  }
}
