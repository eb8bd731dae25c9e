import { normalizeKey } from '../goal/goalKey';
import { isReference } from '../references/referencesInValue';

/** What a person chose for the next commit only. */
export type NextChoice =
  { readonly kind: 'leaveOut' } | { readonly kind: 'tag'; readonly keys: readonly string[] };

/** What decides whether the next commit of a repository is tagged, by whom, and with what. */
export interface NextCommitFacts {
  /** The keys of the branch's initiatives. */
  readonly keys: readonly string[];
  /** Whether the commit box is filled without asking. */
  readonly isAutomatic: boolean;
  readonly hasHook: boolean;
  readonly isRebasing: boolean;
  readonly choice: NextChoice | undefined;
}

/** Who tags the next commit, and with what. */
export interface NextCommit {
  /** The keys that it is tagged with, or would have been if the tag is left out. */
  readonly keys: readonly string[];
  readonly by: 'box' | 'hook' | 'nobody';
  /** Whether the person chose this. */
  readonly isLeftOut: boolean;
}

/** The next commit, given what is in its box. */
export interface ShownCommit extends NextCommit {
  /** The keys of a trailer that the person wrote: the commit is tagged with these. */
  readonly written: readonly string[];
}

/** Says who tags the next commit: the hook if it is set up, as it covers every way to commit, else the commit box. */
export function nextCommit(facts: NextCommitFacts): NextCommit {
  const { isAutomatic, hasHook, isRebasing, choice } = facts;
  const keys = writable(facts.keys);
  const nobody = { keys, by: 'nobody', isLeftOut: false } as const;
  // A rebase replays commits with the messages that they have.
  if (isRebasing) return nobody;
  if (choice?.kind === 'leaveOut') return { ...nobody, isLeftOut: keys.length > 0 };
  const wanted = choice ? writable(choice.keys) : keys;
  if (wanted.length === 0) return nobody;
  if (hasHook && isSame(wanted, keys)) return { keys, by: 'hook', isLeftOut: false };
  return choice || isAutomatic ? { keys: wanted, by: 'box', isLeftOut: false } : nobody;
}

/** Each key once, without those that a trailer cannot hold. */
function writable(keys: readonly string[]): readonly string[] {
  const seen = keys.map(normalizeKey);
  return keys.filter((key, at) => isReference(key) && seen.indexOf(normalizeKey(key)) === at);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.map(normalizeKey).join('\n') === other.map(normalizeKey).join('\n');
}
