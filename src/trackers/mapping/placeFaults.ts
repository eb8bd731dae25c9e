import { isOfPlace, type TrackerError } from '../../core/tracker/trackerError';
import type { UnreadPlace } from '../port/tracker';

/** Notes which of the followed places cannot be read, so that each fails on its own. */
export class PlaceFaults {
  private first: TrackerError | undefined;
  private readonly places: UnreadPlace[] = [];

  /** Notes that a place cannot be read. @throws the error, if it is not about the place alone */
  note(place: string, error: unknown): void {
    if (!isOfPlace(error)) throw error;
    this.first ??= error;
    const { detail } = error.details;
    this.places.push({ place, ...(detail !== undefined && detail !== '' && { detail }) });
  }

  /** The places that cannot be read, out of `count`. @throws {TrackerError} the first fault, if all of them fail */
  outOf(count: number): readonly UnreadPlace[] {
    if (this.first && this.places.length >= count) throw this.first;
    return this.places;
  }
}
