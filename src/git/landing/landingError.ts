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

/** Whether an error is a fault of this kind. */
export function isLandingFault(error: unknown, fault: LandingFault): error is LandingError {
  return error instanceof LandingError && error.fault === fault;
}
