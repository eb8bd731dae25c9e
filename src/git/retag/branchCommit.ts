import { keysOfCommit } from '../../core/links/commitKeys';
import { hasOwnWords, isExemptMessage } from '../../core/message/exemptMessage';
import { harmedMessage, type HarmedMessage } from '../../core/message/harmedMessage';
import type { CommitEvidence } from '../../core/links/link';
import { keysOfNote } from './goalNote';
import type { LoggedCommit } from './readLog';

/** A key that a commit names, and where. */
export interface BranchCommitKey {
  /** In the form in which keys are compared. */
  readonly key: string;
  readonly by: CommitEvidence;
}

/** A commit of the current branch. */
export interface BranchCommit extends Omit<LoggedCommit, 'note' | 'parents'> {
  readonly keys: readonly BranchCommitKey[];
  readonly isMerge: boolean;
  /** Whether a remote-tracking branch or a tag has it: then it is not rewritten any more. */
  readonly isPublished: boolean;
  /** Whether its message asks to be left as it is, or says something of its own where our trailer stands. */
  readonly isExempt: boolean;
  /** Whether a git note names its goals. */
  readonly isNoted: boolean;
  /** What our trailer did to its message. */
  readonly harmed?: HarmedMessage;
  /** What an untitled one said before it was amended, as far as the reflog knows. */
  readonly earlier?: string;
}

/** How commits name goals. */
export interface CommitKeyRules {
  readonly trailer: string;
  /** Known projects, in upper case. */
  readonly projects: ReadonlySet<string>;
  /** Whether a tracker has a key. */
  readonly isKnown?: (key: string) => boolean;
}

/** Reads what a commit says of goals. */
export function branchCommitOf(
  { note, parents, ...commit }: LoggedCommit,
  { trailer, projects, isKnown }: CommitKeyRules,
  isPublished: boolean,
): BranchCommit {
  const inMessage = keysOfCommit(commit, trailer, projects);
  const noted = keysOfNote(note, trailer);
  const inNote = noted.filter((key) => !inMessage.some((each) => each.key === key));
  const isMerge = parents.length > 1;
  const harmed = isMerge ? undefined : harmedMessage(commit.message, trailer, isKnown);
  return {
    ...commit,
    keys: [...inMessage, ...inNote.map((key) => ({ key, by: 'note' as const }))],
    isMerge,
    isPublished,
    isExempt: isExemptMessage(commit.message, trailer) || (!harmed && hasOwnWords(commit.message, trailer)),
    isNoted: noted.length > 0,
    ...(harmed && { harmed }),
  };
}
