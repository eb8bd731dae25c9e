import type { GoalStore } from '../../core/catalog/goalStore';
import type { RepositoryHome } from '../../core/catalog/repositoryHome';
import type { RepositoryReferences } from '../../core/catalog/repositoryReferences';
import type { Goal } from '../../core/goal/goal';
import { rulesIn, type ReferenceRules } from '../../core/links/referenceRules';
import type { Settings } from '../settings';
import type { GitRepository } from '../sources/git/gitExtension';
import type { RepositoryHomes } from '../sources/git/repositoryHomes';

/** How the open repositories name goals right now. */
export class References {
  constructor(
    private readonly store: GoalStore,
    private readonly homes: RepositoryHomes,
    private readonly settings: Settings,
  ) {}

  /** Where a repository is hosted. */
  homeOf(repository: GitRepository | undefined): RepositoryHome {
    return this.homes.of(repository);
  }

  /** What spellings mean in a repository. */
  in(repository: GitRepository | undefined): RepositoryReferences {
    return this.store.catalog.in(this.homes.of(repository));
  }

  /** How a repository's commits and branches name goals. */
  rulesOf(repository: GitRepository | undefined): ReferenceRules {
    const referenceTrailers = this.settings.referenceTrailersOf(repository?.rootUri);
    const trailer = this.settings.trailerOf(repository?.rootUri);
    return rulesIn(this.in(repository), { trailer, referenceTrailers });
  }

  /** How a repository's commits spell a goal. */
  written(goal: Goal, repository: GitRepository | undefined): string {
    return this.in(repository).spellingOf(goal, this.settings.referenceFormOf(repository?.rootUri));
  }
}
