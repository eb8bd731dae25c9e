import { normalizeKey } from './goalCatalog';
import { findKeys } from './goalKeys';
import type { Link } from './link';

/** What a person said about one branch. */
export interface BranchChoices {
  /** Keys linked by hand, in the order in which they were linked. */
  readonly linked: readonly string[];
  /** Keys for which a person said "Not this goal". */
  readonly rejected: readonly string[];
}

/** The choices for a branch about which nothing was said. */
export const noChoices: BranchChoices = { linked: [], rejected: [] };

/**
 * The goals of a branch: those linked by hand, then the keys in its name that belong to a known project, less the
 * ones a person rejected.
 */
export function linksOfBranch(branch: string, choices: BranchChoices, projects: ReadonlySet<string>): Link[] {
  const linked = choices.linked.map(normalizeKey);
  const hidden = new Set([...linked, ...choices.rejected.map(normalizeKey)]);
  return [
    ...choices.linked.map((key): Link => ({ key, provenance: { kind: 'explicit' } })),
    ...findKeys(branch, projects)
      .filter(({ key }) => !hidden.has(normalizeKey(key)))
      .map(({ key, text }): Link => ({ key, provenance: { kind: 'branchName', text } })),
  ];
}
