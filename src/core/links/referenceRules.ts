import { findKeys, projectOfKey, type FoundKey } from '../references/goalKeys';
import type { RepositoryCode } from '../catalog/repositoryCode';
import type { RepositoryReferences } from '../catalog/repositoryReferences';

/** How spellings become goals when a commit or branch is read. */
export interface ReferenceRules {
  /** The token of our trailer, in any case. */
  readonly trailer: string;
  /** Tokens of trailers that name items, in addition to the commonly used ones. */
  readonly referenceTrailers?: readonly string[];
  /** The project parts of the known keys (`SHOP` of `SHOP-142`), in upper case. */
  readonly projects: ReadonlySet<string>;
  /** The `projects` in which only keys of known goals count: a goals file lists single keys of a tracker that is not read. */
  readonly listed?: ReadonlySet<string>;
  /** The `projects` that we made up, for trackers that only number: in text, they count only in upper case. */
  readonly invented?: ReadonlySet<string>;
  /** The key of the goal that a spelling names, normalized for comparison; undefined if it names none. */
  readonly keyOf?: (text: string) => string | undefined;
  /** What trackers say about the repository's commits and pull requests. */
  readonly code?: Pick<RepositoryCode, 'keysOfCommit' | 'keysOfPullRequest' | 'commits'>;
}

/** The rules that apply in one repository. */
export function rulesIn(
  references: RepositoryReferences,
  { trailer, referenceTrailers }: Pick<ReferenceRules, 'trailer' | 'referenceTrailers'>,
): ReferenceRules {
  return {
    trailer,
    ...(referenceTrailers && { referenceTrailers }),
    projects: references.projects,
    listed: references.listedProjects,
    invented: references.inventedProjects,
    keyOf: (text) => references.keyOf(text),
    // Most trackers tie nothing, and looking for ties in every message of a history takes time.
    ...(!references.code.isEmpty && { code: references.code }),
  };
}

/** Whether a reference under our token is one of ours: it names a known goal, or is a key of a known project. */
export function isOwnReference(reference: string, { keyOf, projects, listed }: ReferenceRules): boolean {
  const isOfProject = ({ key, text }: FoundKey): boolean =>
    text === reference && listed?.has(projectOfKey(key)) !== true;
  return keyOf?.(reference) !== undefined || findKeys(reference, projects).some(isOfProject);
}
