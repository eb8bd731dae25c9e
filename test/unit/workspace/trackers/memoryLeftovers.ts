import type { SignInPlace } from '../../../../src/core/tracker/signInPlace';
import type { Leftovers } from '../../../../src/workspace/trackers/leftovers';

/** Leftovers in memory. */
export class MemoryLeftovers implements Leftovers {
  private readonly noted = new Set<SignInPlace>();

  get places(): readonly SignInPlace[] {
    return [...this.noted];
  }

  note(place: SignInPlace, isLeft: boolean): Promise<void> {
    if (isLeft) this.noted.add(place);
    else this.noted.delete(place);
    return Promise.resolve();
  }
}
