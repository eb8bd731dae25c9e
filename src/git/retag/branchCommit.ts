import { keysOfCommit, type CommitKey } from '../../core/links/commitKeys';
import type { ReferenceRules } from '../../core/links/referenceRules';
import { hasOwnWords, isExemptMessage } from '../../core/message/exemptMessage';
import { harmedMessage, type HarmedMessage } from '../../core/message/harmedMessage';
import { trailersInParagraphs } from '../../core/message/trailerParagraphs';
import { isSameToken } from '../../core/message/trailers';
import { isNone } from '../../core/references/referencesInValue';
import { keysOfNote } from './goalNote';
import type { LoggedCommit } from './readLog';

/** A commit of the current branch. */
export interface BranchCommit extends Omit<LoggedCommit, 'note' | 'parents'> {
  readonly keys: readonly CommitKey[];
  readonly isMerge: boolean;
  /** Whether it declares that it serves no goal: `Initiative: none (reason)`. */
  readonly isWithoutGoal: boolean;
  /** Whether a remote-tracking branch or a tag has it, so that it is not rewritten any more. */
  readonly isPublished: boolean;
  /** Whether its message asks to be left as it is, or has something of its own in our trailer's place. */
  readonly isExempt: boolean;
  /** Whether a git note names its goals. */
  readonly isNoted: boolean;
  /** What our trailer did to its message. */
  readonly harmed?: HarmedMessage;
  /** What a commit without a title said before it was amended, as far as the reflog knows. */
  readonly earlier?: string;
}

/** How commits name goals. */
export interface CommitKeyRules extends ReferenceRules {
  /** Whether a tracker has a key. */
  readonly isKnown?: (key: string) => boolean;
}

/** Reads what a commit says about goals. */
export function branchCommitOf(
  { note, parents, ...commit }: LoggedCommit,
  rules: CommitKeyRules,
  isPublished: boolean,
): BranchCommit {
  const { trailer, isKnown } = rules;
  const trailers = trailersInParagraphs(commit.subject, commit.body);
  const isMerge = parents.length > 1;
  const harmed = isMerge ? undefined : harmedMessage(commit.message, trailer, isKnown);
  return {
    ...commit,
    keys: keysOfCommit({ ...commit, note, trailers }, rules),
    isMerge,
    isWithoutGoal: trailers.some(({ token, value }) => isSameToken(token, trailer) && isNone(value)),
    isPublished,
    isExempt: isExemptMessage(commit.message, trailer) || (!harmed && hasOwnWords(commit.message, trailer)),
    isNoted: keysOfNote(note, trailer).length > 0,
    ...(harmed && { harmed }),
  };
}
