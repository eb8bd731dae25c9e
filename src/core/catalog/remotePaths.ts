import type { Remote } from '../references/remote';
import type { TrackerState } from '../tracker/trackerState';
import { CodePlaces } from './codePlaces';
import { pathFor } from './repositoryHome';

/** The remotes' paths as one tracker counts them. */
interface Paths {
  readonly places: CodePlaces;
  /** The groups that they are in, each ending in a slash. */
  readonly groups: ReadonlySet<string>;
}

/** Where a repository's remotes are; worked out once for each tracker, as there may be thousands of remotes. */
export class RemotePaths {
  private readonly hosts: ReadonlySet<string>;
  private readonly ofTracker = new Map<TrackerState, Paths>();

  constructor(private readonly remotes: readonly Remote[]) {
    this.hosts = new Set(remotes.map(({ host }) => host));
  }

  /** Whether one of them is on a host. */
  areOn(host: string | undefined): boolean {
    return host !== undefined && this.hosts.has(host);
  }

  /** Whether one of them is below a group of a tracker. */
  areBelow(group: string, tracker: TrackerState): boolean {
    return this.in(tracker).places.has(`${group}/`);
  }

  /** Whether a place of a tracker is in the group of one of them. */
  areBeside(place: string, tracker: TrackerState): boolean {
    return this.in(tracker).groups.has(groupOf(place));
  }

  private in(tracker: TrackerState): Paths {
    let found = this.ofTracker.get(tracker);
    if (!found) {
      const paths = this.remotes.flatMap((remote) => pathFor(tracker, remote) ?? []);
      found = { places: new CodePlaces(paths), groups: new Set(paths.map(groupOf)) };
      this.ofTracker.set(tracker, found);
    }
    return found;
  }
}

function groupOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
