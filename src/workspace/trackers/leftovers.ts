import * as l10n from '@vscode/l10n';
import { GoalLensError } from '../../core/errors';
import type { SignInPlace } from '../../core/tracker/signInPlace';

/** The places that Sign Out could not remove everything of: their tokens are gone, and it can still be repeated. */
export interface Leftovers {
  readonly places: readonly SignInPlace[];
  /** Notes whether something is left of a place. */
  note(place: SignInPlace, isLeft: boolean): Promise<void>;
}

/** The fault of a sign-out that left something behind, for the reasons given. */
export function leftBehind(place: SignInPlace, faults: readonly unknown[]): GoalLensError {
  const said = faults.map((fault) => (fault instanceof Error ? fault.message : String(fault))).join('; ');
  return new GoalLensError(
    l10n.t('Not everything kept of {0} could be removed: {1}. Choose “Sign Out…” again.', place, said),
    { cause: faults[0] },
  );
}
