import { normalizeKey } from '../goal/goalKey';
import { isReference } from '../references/referencesInValue';

/** What a person said about the next commit alone. */
export type NextChoice =
  { readonly kind: 'leaveOut' } | { readonly kind: 'tag'; readonly keys: readonly string[] };

/** What decides whether, by whom and with what the next commit of a repository is tagged. */
export interface NextCommitFacts {
  /** The keys of the branch's initiatives. */
  readonly keys: readonly string[];
  /** The commit box is filled without a further word. */
  readonly isAutomatic: boolean;
  readonly hasHook: boolean;
  readonly isRebasing: boolean;
  readonly choice: NextChoice | undefined;
}

/** Who tags the next commit, and with what. */
export interface NextCommit {
  /** What it is tagged with; where the tag is left out, what it would have been. */
  readonly keys: readonly string[];
  readonly by: 'box' | 'hook' | 'nobody';
  /** The person said so. */
  readonly isLeftOut: boolean;
}

/** The next commit with what stands in its box. */
export interface ShownCommit extends NextCommit {
  /** The keys of a trailer that the person wrote: they are what the commit is tagged with. */
  readonly written: readonly string[];
}

/**
 * Says who tags the next commit: the hook where it is set up, as it covers every way to
 * commit, else the commit box.
 */
export function nextCommit(facts: NextCommitFacts): NextCommit {
  const { isAutomatic, hasHook, isRebasing, choice } = facts;
  const keys = writable(facts.keys);
  const nobody = { keys, by: 'nobody', isLeftOut: false } as const;
  // A rebase replays commits: they keep the messages that they have.
  if (isRebasing) return nobody;
  if (choice?.kind === 'leaveOut') return { ...nobody, isLeftOut: keys.length > 0 };
  const wanted = choice ? writable(choice.keys) : keys;
  if (wanted.length === 0) return nobody;
  if (hasHook && isSame(wanted, keys)) return { keys, by: 'hook', isLeftOut: false };
  return choice || isAutomatic ? { keys: wanted, by: 'box', isLeftOut: false } : nobody;
}

/** Each key once, without those that cannot stand in a trailer. */
function writable(keys: readonly string[]): readonly string[] {
  const seen = keys.map(normalizeKey);
  return keys.filter((key, at) => isReference(key) && seen.indexOf(normalizeKey(key)) === at);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.map(normalizeKey).join('\n') === other.map(normalizeKey).join('\n');
}
