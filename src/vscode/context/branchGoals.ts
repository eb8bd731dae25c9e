import { isUnconfirmed, noChoices, type BranchChoices } from '../../core/links/branchLinks';
import { keysWantedBy, offersOfBranch, type BranchOffer } from '../../core/links/branchOffers';
import type { GoalStore } from '../../core/catalog/goalStore';
import { goalsOfBranch } from '../../core/links/codeGoals';
import { initiativesOf, type ServedGoals } from '../../core/links/servedGoals';
import type { BranchChoicesStore } from '../sources/git/branchChoicesStore';
import type { References } from './references';
import type { GitRepository } from '../sources/git/gitExtension';

/** A repository's branch and the goals it serves. */
export interface BranchContext {
  readonly repository: GitRepository;
  /** Undefined on a detached HEAD. */
  readonly name: string | undefined;
  /** The commit that HEAD points at; undefined before the first commit. */
  readonly head: string | undefined;
  readonly choices: BranchChoices;
  readonly served: ServedGoals;
  /** What an ambiguous name could mean. */
  readonly offers: readonly BranchOffer[];
  /** The keys of goals that its name means but no list delivered. */
  readonly wanted: readonly string[];
}

/** Says which goals a repository's current branch serves. */
export class BranchGoals {
  constructor(
    private readonly store: GoalStore,
    private readonly choices: BranchChoicesStore,
    private readonly references: References,
  ) {}

  /** The current branch as of now; undefined until its links are read. */
  of(repository: GitRepository): BranchContext | undefined {
    const file = this.choices.peek(repository);
    if (!file) return undefined;
    const { HEAD } = repository.state;
    const name = HEAD?.name;
    const choices = name === undefined ? noChoices : file.get(name);
    const served = this.servedBy(repository, name, choices);
    const named = this.references.in(repository);
    const offers = name === undefined ? [] : offersOfBranch(name, choices, named);
    const unknown = served.unknown.map(({ key }) => key);
    const wanted = name === undefined ? unknown : [...unknown, ...keysWantedBy(name, named)];
    return { repository, name, head: HEAD?.commit, choices, served, offers, wanted };
  }

  /**
   * What commits of any branch are tagged with: the initiatives it serves, except where only a bare number says so.
   * Undefined if the branch has no link, and until links are read.
   */
  tagsOf(repository: GitRepository, branch: string): readonly string[] | undefined {
    const choices = this.choices.peek(repository)?.get(branch);
    if (!choices) return undefined;
    const { goals, unknown } = this.servedBy(repository, branch, choices);
    const isLinked = goals.length + unknown.length + choices.rejected.length > 0;
    if (!isLinked) return undefined;
    const certain = goals.filter(({ link }) => !isUnconfirmed(link));
    return initiativesOf(certain).map((goal) => this.references.written(goal, repository));
  }

  private servedBy(
    repository: GitRepository,
    branch: string | undefined,
    choices: BranchChoices,
  ): ServedGoals {
    const { catalog } = this.store;
    const folder = repository.rootUri.toString();
    return goalsOfBranch(branch, choices, { catalog, folder, home: this.references.homeOf(repository) });
  }
}
