import { GoalLensError } from '../../core/errors';

/** Why commits were not tagged. */
export type RetagFault =
  | 'bare'
  | 'branchMoved'
  | 'encoding'
  | 'identity'
  | 'locked'
  | 'malformed'
  | 'movedOn'
  | 'noBackup'
  | 'notOnBranch'
  | 'notesMoved'
  | 'nothingChosen'
  | 'operation'
  | 'otherWorktree'
  | 'published'
  | 'shallow'
  | 'signed'
  | 'tooOld'
  | 'unknownCommit'
  | 'untitled';

/** Commits cannot be listed or tagged as things stand; nothing was changed. The message names the next step. */
export class RetagError extends GoalLensError {
  constructor(
    readonly fault: RetagFault,
    message: string,
  ) {
    super(message);
  }
}
