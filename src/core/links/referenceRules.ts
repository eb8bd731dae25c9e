import { findKeys } from '../references/goalKeys';
import type { RepositoryCode } from '../catalog/repositoryCode';
import type { RepositoryReferences } from '../catalog/repositoryReferences';

/** How spellings become goals where a commit or a branch is read. */
export interface ReferenceRules {
  /** The token of our trailer, in any case. */
  readonly trailer: string;
  /** Tokens of trailers that name items, beside those that are usual in the field. */
  readonly referenceTrailers?: readonly string[];
  /** The project parts of the known keys (`SHOP` of `SHOP-142`), in upper case. */
  readonly projects: ReadonlySet<string>;
  /** Those of `projects` that we made up, for trackers that only number: in text they count in upper case alone. */
  readonly invented?: ReadonlySet<string>;
  /**
   * The key of the goal that a spelling names, in the form in which keys are compared;
   * undefined where it names none.
   */
  readonly keyOf?: (text: string) => string | undefined;
  /** What trackers say of commits and pull requests of the repository. */
  readonly code?: Pick<RepositoryCode, 'keysOfCommit' | 'keysOfPullRequest' | 'commits'>;
}

/** The rules in one repository. */
export function rulesIn(
  references: RepositoryReferences,
  { trailer, referenceTrailers }: Pick<ReferenceRules, 'trailer' | 'referenceTrailers'>,
): ReferenceRules {
  return {
    trailer,
    ...(referenceTrailers && { referenceTrailers }),
    projects: references.projects,
    invented: references.inventedProjects,
    keyOf: (text) => references.keyOf(text),
    code: references.code,
  };
}

/** Whether a reference under our token is one of ours: it names a known goal, or is a key of a known project. */
export function isOwnReference(reference: string, { keyOf, projects }: ReferenceRules): boolean {
  return (
    keyOf?.(reference) !== undefined || findKeys(reference, projects).some(({ text }) => text === reference)
  );
}
