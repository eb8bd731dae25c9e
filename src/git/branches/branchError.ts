import { GoalLensError } from '../../core/errors';

/** Why there is no branch to work on. */
export type BranchFault = 'detachedHead' | 'noCommits';

/** No branch is checked out, or it has no commits yet. The message names the next step. */
export class BranchError extends GoalLensError {
  constructor(
    readonly fault: BranchFault,
    message: string,
  ) {
    super(message);
  }
}
