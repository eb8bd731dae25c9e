import type { SignInPlace } from '../../core/tracker/signInPlace';

/** The places that Sign Out could not remove everything of: their tokens are gone, and it can still be repeated. */
export interface Leftovers {
  readonly places: readonly SignInPlace[];
  /** Notes whether something is left of a place. */
  note(place: SignInPlace, isLeft: boolean): Promise<void>;
}
