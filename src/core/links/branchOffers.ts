import type { RepositoryReferences } from '../catalog/repositoryReferences';
import type { Goal } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import type { BranchMention } from '../references/branchMentions';
import { findKeys } from '../references/goalKeys';
import { readMention } from '../references/mention';
import { isBareNumber, numbersHere, type BranchChoices } from './branchLinks';
import { isLongAgo } from './longAgo';

/** A number in a branch's name that could mean several goals, or an old one: a person has to decide. */
export interface BranchOffer {
  /** `#142`. */
  readonly reference: string;
  readonly goals: readonly Goal[];
  /** The `numbers:` values for the goals file that would make all such numbers mean one of them. */
  readonly places: readonly string[];
}

/** The possible meanings of an ambiguous branch name; none once the branch is linked by hand. */
export function offersOfBranch(
  branch: string,
  { linked, rejected }: BranchChoices,
  references: RepositoryReferences,
): BranchOffer[] {
  if (linked.length > 0) return [];
  const hidden = new Set(rejected.map(normalizeKey));
  return numbersOf(branch, references).flatMap((mention): BranchOffer[] => {
    const { reference } = mention;
    const { goal, offers } = references.resolve(readMention(reference));
    const goals = offers.filter(({ key }) => !hidden.has(normalizeKey(key)));
    if (goal) {
      const isOffer = isBareNumber(mention, goal.title) && isLongAgo(reference, 'number', references);
      return isOffer && goals.length > 0 ? [{ reference, goals, places: [] }] : [];
    }
    if (goals.length < 2) return [];
    const places = new Set(goals.flatMap((each) => references.placeOf(each) ?? []));
    return [{ reference, goals, places: [...places] }];
  });
}

/** The keys of the goals that numbers in a branch's name mean, if no list has included those goals. */
export function keysWantedBy(branch: string, references: RepositoryReferences): string[] {
  return numbersOf(branch, references).flatMap(({ reference }) => references.wantedKey(reference) ?? []);
}

/** As for links, a name that contains a key of a known project is not searched for numbers. */
function numbersOf(branch: string, references: RepositoryReferences): readonly BranchMention[] {
  return findKeys(branch, references.projects).length > 0 ? [] : numbersHere(branch, references);
}
