import * as l10n from '@vscode/l10n';
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

/** Whether an error is this landing fault. */
export function isLandingFault(error: unknown, fault: LandingFault): error is LandingError {
  return error instanceof LandingError && error.fault === fault;
}

/** The error for a shallow clone that lacks commits that count. */
export function shallowHistory(): LandingError {
  return new LandingError(
    'shallow',
    l10n.t(
      'History is cut off: this clone is shallow and lacks commits that count. Run “git fetch --unshallow”; in GitHub Actions, set “fetch-depth: 0” for actions/checkout.',
    ),
  );
}
