import type { CommitKey } from './commitKeys';
import type { HarmedMessage } from '../message/harmedMessage';

/** What is known about a commit that landed on a branch. */
export interface LandedCommit {
  /** The keys that it names, and where. */
  readonly keys: readonly CommitKey[];
  readonly isMerge: boolean;
  /** Whether its message is exempt, or has something of its own in the place of our trailer. */
  readonly isExempt: boolean;
  /** Whether a git note names its goals. */
  readonly isNoted: boolean;
  readonly harmed?: HarmedMessage;
}

/** What a commit lacks: an undamaged message, or its branch's tag. */
export type CommitFault =
  | { readonly kind: 'harmed'; readonly harmed: HarmedMessage }
  | { readonly kind: 'untagged'; readonly keys: readonly string[] };

/**
 * Says what a commit lacks, if anything.
 *
 * @param due the keys that commits of the branch are tagged with; none if they need no tag
 * @param isOfBranch whether a key that the commit names leads to a goal of the branch
 */
export function faultOfCommit(
  { keys, isMerge, isExempt, isNoted, harmed }: LandedCommit,
  due: readonly string[],
  isOfBranch: (key: string) => boolean,
): CommitFault | undefined {
  // A note is how to fix a message that can no longer be changed.
  if (isMerge || isExempt || isNoted) return undefined;
  if (harmed) return { kind: 'harmed', harmed };
  if (due.length === 0 || keys.some(({ by }) => by === 'trailer')) return undefined;
  const namesAnother = keys.length > 0 && !keys.some(({ key }) => isOfBranch(key));
  return namesAnother ? undefined : { kind: 'untagged', keys: due };
}
