import { appendTo } from '../appendTo';
import { isAzure } from './repositoryHome';
import type { NumberHolder } from './numberSpace';

/** The goals that one number names, by the place that counts it: a goals file can list one number in many places. */
export class PlacesOfNumber {
  private readonly places = new Map<string, NumberHolder[]>();
  private readonly names = new Map<string, NumberHolder[]>();
  private readonly hosts = new Set<string>();
  /** Those of Azure's trackers, whose addresses say nothing about the place. */
  readonly azure: readonly NumberHolder[];

  constructor(holders: readonly NumberHolder[]) {
    for (const holder of holders) {
      appendTo(this.places, holder.place, holder);
      appendTo(this.names, holder.place.slice(holder.place.lastIndexOf('/') + 1), holder);
      if (holder.host !== undefined) this.hosts.add(holder.host);
    }
    this.azure = holders.filter(({ tracker }) => isAzure(tracker));
  }

  /** The goals that the number names in one place, on any host. */
  in(place: string): readonly NumberHolder[] {
    return this.places.get(place) ?? [];
  }

  /** The goals that the number names in the places with this last name, in whatever group. */
  named(name: string): readonly NumberHolder[] {
    return this.names.get(name) ?? [];
  }

  /** Whether the number is counted on a host itself, and not only wherever its place is. */
  isOn(host: string): boolean {
    return this.hosts.has(host);
  }
}
