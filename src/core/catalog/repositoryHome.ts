import type { Remote } from '../references/remote';
import { siteOf } from '../references/referenceStyle';
import type { TrackerState } from '../tracker/trackerState';
import type { NumberSpace } from './numberSpace';

/** What is known about a repository, so that a bare `#142` in it means something. */
export interface RepositoryHome {
  /** The URI of its top folder. */
  readonly folder?: string;
  readonly remotes: readonly Remote[];
  /**
   * What a `numbers:` line in `.goals/` says about bare numbers: a tracker's address, or a place such as `acme/shop`.
   */
  readonly numbers?: string;
}

/** A repository about which nothing is known. */
export const anywhere: RepositoryHome = { remotes: [] };

/**
 * The places that bare numbers in a repository may refer to: where its remotes are; else the only place that counts
 * anything; else the one its team names. One place is an answer, several are candidates, and none means that the
 * numbers belong to something that is not connected.
 */
export function homeSpaces(
  sign: NumberSpace['sign'],
  { remotes, numbers }: RepositoryHome,
  spaces: readonly NumberSpace[],
  trackers: readonly TrackerState[],
): readonly NumberSpace[] {
  const counted = spaces.filter((space) => space.sign === sign);
  const near = remotes.flatMap((remote) => counted.filter((space) => isOfRemote(space, remote)));
  if (near.length > 0) return [...new Set(near)];
  // The remote's host is a connected tracker, but nothing in this repository is followed.
  if (isServed(remotes, trackers)) return [];
  // With the code hosted elsewhere, Azure's items are written AB#142; there, #142 is a pull request on that other host.
  // A goals file that lists `acme/web#7` says nothing about the numbers of other repositories.
  const isElsewhere = (space: NumberSpace): boolean => isAzure(space.tracker) || isListed(space);
  const usable = counted.filter((space) => remotes.length === 0 || !isElsewhere(space));
  if (numbers === undefined || (isOnePlace(usable) && usable.length > 0)) return usable;
  const said = counted.filter((space) => isSaid(space, numbers));
  return said.length > 0 ? said : usable;
}

/** Whether all of these spaces are the same place: a goals file may list a tracker's numbers. */
export function isOnePlace(spaces: readonly NumberSpace[]): boolean {
  const places = new Set(spaces.map(({ place, tracker }) => (place === '' ? `\n${tracker.id}` : place)));
  const hosts = new Set(spaces.flatMap(({ host }) => host ?? []));
  return places.size <= 1 && hosts.size <= 1;
}

/** Whether a goals file or service that numbers nothing itself lists the numbers of one place. */
function isListed({ tracker, place }: NumberSpace): boolean {
  return tracker.references === undefined && place !== '';
}

/** Whether a tracker's items are written `AB#142` in code hosted elsewhere. */
export function isAzure({ references }: TrackerState): boolean {
  return references?.kind === 'azureDevOps';
}

/** Whether a connected tracker hosts one of the remotes, so that its items are counted there and nowhere else. */
export function isServed(remotes: readonly Remote[], trackers: readonly TrackerState[]): boolean {
  return remotes.some((remote) => trackers.some((tracker) => servesRemote(tracker, remote)));
}

/** Whether the tracker itself hosts a remote, and so counts its items. */
function servesRemote({ references }: TrackerState, remote: Remote): boolean {
  return (
    references !== undefined && references.kind !== 'redmine' && pathBelow(references, remote) !== undefined
  );
}

function isOfRemote({ tracker, sign, place, host }: NumberSpace, remote: Remote): boolean {
  const { references } = tracker;
  if (references?.kind === 'redmine') return false;
  if (references?.kind === 'azureDevOps') return pathBelow(references, remote) !== undefined;
  if (host !== undefined && host !== remote.host) return false;
  const path = pathFor(tracker, remote);
  if (path === undefined || place === '') return false;
  return sign === '&' ? path.startsWith(`${place}/`) : path === place;
}

/** The remote's path as a tracker counts it: below the tracker's own address; undefined if it is elsewhere. */
export function pathFor({ references }: TrackerState, remote: Remote): string | undefined {
  return references ? pathBelow(references, remote) : remote.path;
}

/** The remote's path below the tracker's address; undefined if it is elsewhere. */
function pathBelow(
  style: NonNullable<TrackerState['references']>,
  { host, path }: Remote,
): string | undefined {
  const site = siteOf(style);
  if (site.host !== host) return undefined;
  if (site.base === '') return path;
  if (path.startsWith(`${site.base}/`))
    return style.kind === 'azureDevOps' ? path : path.slice(site.base.length + 1);
  // SSH addresses leave out the web server's base path.
  return style.kind === 'azureDevOps' ? undefined : path;
}

function isSaid({ tracker, place }: NumberSpace, numbers: string): boolean {
  const said = numbers.toLowerCase();
  if (place !== '' && (said === place || said.endsWith(`/${place}`))) return true;
  if (tracker.references === undefined) return said === tracker.name.toLowerCase();
  if (!/^https?:\/\//.test(said)) return place === '' && said === tracker.name.toLowerCase();
  const [one, other] = [siteOf({ url: said }), siteOf(tracker.references)];
  return one.host === other.host && one.base === other.base;
}
