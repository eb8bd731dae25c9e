import type { NumberHolder, NumberSpace } from './numberSpace';
import { isOnePlace } from './repositoryHome';

/**
 * Some places that count numbers. A goals file can list as many of them as numbers, so asking whether a number is
 * counted in one of them must not go through all.
 */
export class CountingPlaces {
  private readonly ids: ReadonlySet<string>;
  /** Whether all of these are the same place. */
  readonly isOne: boolean;

  constructor(readonly list: readonly NumberSpace[]) {
    this.ids = new Set(list.map(idOf));
    this.isOne = isOnePlace(list);
  }

  /** Whether a goal's number is counted in one of these places. */
  count(holder: NumberHolder): boolean {
    return this.ids.has(idOf(holder));
  }
}

function idOf({ tracker, place, host }: NumberHolder | NumberSpace): string {
  return JSON.stringify([tracker.id, place, host]);
}
