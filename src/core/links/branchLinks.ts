import type { Goal } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import { numbersInBranch, type BranchMention } from '../references/branchMentions';
import { findKeys, projectOfKey } from '../references/goalKeys';
import type { LinkedCode } from '../catalog/codeLinkIndex';
import type { Link } from './link';
import { isLongAgo, type CountedGoals } from './longAgo';
import { wordsOf } from './titleWords';

/** A person's choices for one branch. */
export interface BranchChoices {
  /** Keys linked by hand, in the order in which they were linked. */
  readonly linked: readonly string[];
  /** Keys that a person rejected with "Not this goal". */
  readonly rejected: readonly string[];
}

/** The choices for a branch on which a person made none. */
export const noChoices: BranchChoices = { linked: [], rejected: [] };

/** The goals that a branch name can refer to. */
export interface BranchGoals extends CountedGoals {
  /** The project parts of the known keys, in upper case. */
  readonly projects: ReadonlySet<string>;
  /** The projects among them in which only keys of known goals count. */
  readonly listedProjects?: ReadonlySet<string>;
  /** The projects among them that we made up, for trackers that only number their items. */
  readonly inventedProjects?: ReadonlySet<string>;
  /** The goal that a spelling names. */
  find(text: string): Pick<Goal, 'key' | 'title'> | undefined;
  /** How a number found in a branch's name is spelled, if not as in the name. */
  spelledInBranch?(reference: string): string;
  /** What trackers say about branches. */
  readonly code?: {
    ofBranch(name: string): readonly (Pick<LinkedCode, 'link'> & {
      goal: Pick<Goal, 'key'>;
      tracker: { readonly name: string };
    })[];
  };
}

/**
 * The goals of a branch: first those linked by hand, then, unless a person rejected them, those that a tracker ties to
 * it and the known ones in its name. A name that contains a key of a known project is not searched for numbers.
 */
export function linksOfBranch(branch: string, choices: BranchChoices, goals: BranchGoals): Link[] {
  const linked = choices.linked.map(normalizeKey);
  const hidden = new Set([...linked, ...choices.rejected.map(normalizeKey)]);
  const keys = findKeys(branch, goals.projects).flatMap((found) => {
    const { key, text, index } = found;
    const isOurs = goals.inventedProjects?.has(projectOfKey(key)) === true;
    // If we made up `CLI`, `github-cli-12` refers to another repository than `cli-12`, and `cli-1-0-1` is a version.
    const isPart = branch.charAt(index - 1) === '-' || /^-\d/.test(branch.slice(index + text.length));
    return isOurs && isPart ? [] : [{ key, text, isOurs }];
  });
  const found = keys.length > 0 ? keyLinks(keys, goals) : numberLinks(branch, goals);
  const tied = trackerLinks(branch, goals);
  const isTied = new Set(tied.map(({ key }) => key));
  return [
    ...choices.linked.map((key): Link => ({ key, provenance: { kind: 'explicit' } })),
    ...[...tied, ...found.filter(({ key }) => !isTied.has(key))].filter(({ key }) => !hidden.has(key)),
  ];
}

function keyLinks(
  keys: readonly { readonly key: string; readonly text: string; readonly isOurs: boolean }[],
  goals: BranchGoals,
): Link[] {
  return keys.flatMap(({ key, text, isOurs }): Link[] => {
    // `nautilus-1` is a version.
    if (isOurs && isLongAgo(text, 'key', goals)) return [];
    const goal = goals.find(text);
    if (!goal && goals.listedProjects?.has(projectOfKey(key))) return [];
    return [{ key: goal ? normalizeKey(goal.key) : key, provenance: { kind: 'branchName', text } }];
  });
}

function trackerLinks(branch: string, { code }: BranchGoals): Link[] {
  const links = new Map<string, Link>();
  for (const { goal, link, tracker } of code?.ofBranch(branch) ?? []) {
    const key = normalizeKey(goal.key);
    if (!links.has(key))
      links.set(key, { key, provenance: { kind: 'tracker', tracker: tracker.name, link } });
  }
  return [...links.values()];
}

/** Whether nothing but a number in a branch's name suggests a link: nothing is written on such thin evidence. */
export function isUnconfirmed({ provenance }: Link): boolean {
  return provenance.kind === 'branchName' && provenance.isUnconfirmed === true;
}

function numberLinks(branch: string, goals: BranchGoals): Link[] {
  return numbersHere(branch, goals).flatMap((mention): Link[] => {
    const goal = goals.find(mention.reference);
    if (!goal) return [];
    const isAlone = isBareNumber(mention, goal.title);
    if (isAlone && isLongAgo(mention.reference, 'number', goals)) return [];
    const provenance = {
      kind: 'branchName',
      text: mention.text,
      ...(isAlone && { isUnconfirmed: true }),
    } as const;
    return [{ key: normalizeKey(goal.key), provenance }];
  });
}

/**
 * The numbers in a branch's name, spelled as they are meant in this repository. A number that may just as well belong
 * to something not connected is treated as if nothing else supported it.
 */
export function numbersHere(
  branch: string,
  goals: Pick<BranchGoals, 'spelledInBranch'>,
): readonly BranchMention[] {
  return numbersInBranch(branch).map((mention) => {
    const reference = goals.spelledInBranch?.(mention.reference) ?? mention.reference;
    return reference === mention.reference ? mention : { ...mention, reference, isBare: true };
  });
}

/** Whether nothing but a number suggests the goal with this title. */
export function isBareNumber(mention: BranchMention, title: string): boolean {
  return mention.isBare && !speaksOf(mention, title);
}

/** Whether the name continues with the title's words, as in names that trackers propose: `142-retry-a-payment`. */
function speaksOf({ rest }: BranchMention, title: string): boolean {
  const words = wordsOf(rest);
  const inTitle = new Set(wordsOf(title));
  const shared = words.filter((word) => inTitle.has(word));
  return shared.some((word) => word.length > 3) && shared.length * 2 >= words.length;
}
