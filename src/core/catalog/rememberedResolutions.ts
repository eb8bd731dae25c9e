import type { Resolution } from './resolution';

/**
 * The most that are kept: each may hold every goal of a file, and a spelling that must be looked up again after a
 * hundred others costs next to nothing for each of them.
 */
const most = 100;

/** What the last spellings named, as a document may repeat one that names thousands of goals on every line. */
export class RememberedResolutions {
  private readonly known = new Map<string, Resolution>();

  /** What a spelling names, looked up unless that is still known. */
  of(spelling: string, lookUp: () => Resolution): Resolution {
    const found = this.known.get(spelling);
    if (found) return found;
    const resolution = lookUp();
    if (this.known.size >= most) this.known.clear();
    this.known.set(spelling, resolution);
    return resolution;
  }
}
