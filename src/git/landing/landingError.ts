import { GoalLensError } from '../../core/errors';

/** Why landings cannot be counted. */
export type LandingFault = 'shallow' | 'noSuchBranch' | 'noCommits';

/** Landings cannot be counted; the message is one sentence for a person, with the next step. */
export class LandingError extends GoalLensError {
  constructor(
    readonly fault: LandingFault,
    message: string,
  ) {
    super(message);
  }
}
