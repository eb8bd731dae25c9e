import type { Goal } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import { findKeys, leadingNumber } from '../references/goalKeys';
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

/** The goals that a branch name can speak of. */
export interface NamedGoals {
  /** The project parts of the known keys, in upper case. */
  projects(): ReadonlySet<string>;
  /** The one goal that has this number in a tracker that only numbers. */
  numbered(number: number): Pick<Goal, 'key'> | undefined;
}

/**
 * The goals of a branch: those linked by hand, then the keys in its name that belong to a known project, less the
 * ones a person rejected. A name without a key may begin with the number of a goal.
 */
export function linksOfBranch(branch: string, choices: BranchChoices, goals: NamedGoals): Link[] {
  const linked = choices.linked.map(normalizeKey);
  const hidden = new Set([...linked, ...choices.rejected.map(normalizeKey)]);
  const found = findKeys(branch, goals.projects());
  return [
    ...choices.linked.map((key): Link => ({ key, provenance: { kind: 'explicit' } })),
    ...(found.length > 0 ? found : numberIn(branch, goals))
      .filter(({ key }) => !hidden.has(normalizeKey(key)))
      .map(({ key, text }): Link => ({ key, provenance: { kind: 'branchName', text } })),
  ];
}

function numberIn(branch: string, goals: NamedGoals): { readonly key: string; readonly text: string }[] {
  const number = leadingNumber(branch);
  const goal = number === undefined ? undefined : goals.numbered(number);
  return goal ? [{ key: normalizeKey(goal.key), text: String(number) }] : [];
}
