import { levels, type Goal } from '../goal/goal';
import type { Mention } from '../references/mention';
import { siteOf } from '../references/referenceStyle';
import type { NamedGoals } from './namedGoals';
import type { NumberHolder } from './numberSpace';
import type { PlacesOfNumber } from './placesOfNumber';
import { RemotePaths } from './remotePaths';
import { RememberedResolutions } from './rememberedResolutions';
import type { RepositoryHome } from './repositoryHome';
import type { RepositorySpaces } from './repositorySpaces';
import type { Resolution } from './resolution';

const nothing: Resolution = { offers: [] };

/** Finds the goals that mentions in one repository mean. */
export class MentionResolver {
  private readonly remembered = new RememberedResolutions();
  private readonly remotes: RemotePaths;

  constructor(
    private readonly catalog: NamedGoals,
    private readonly home: RepositoryHome,
    private readonly spaces: RepositorySpaces,
  ) {
    this.remotes = new RemotePaths(home.remotes);
  }

  /** What a mention names. */
  resolve(mention: Mention): Resolution {
    switch (mention.kind) {
      case 'key':
        return only(this.catalog.find(mention.key, this.home.folder));
      case 'address':
        return this.atAddress(mention.address);
      case 'number':
        return mention.place === undefined ? this.bare(mention) : this.inPlace(mention, mention.place);
    }
  }

  private bare({ sign, number }: Mention & { kind: 'number' }): Resolution {
    const plain = sign === 'AB#' ? '#' : sign;
    const holders = this.catalog.numbers.withNumber(plain, number);
    if (holders.length === 0) return nothing;
    return this.remembered.of(`${sign}${number}`, () => {
      const spaces = sign === 'AB#' ? this.spaces.azure : this.spaces.of(plain);
      const found = holders.filter((holder) => spaces.count(holder));
      return sign === 'AB#' || spaces.isOne
        ? this.among(found)
        : sign === '&'
          ? this.ofNearestGroup(found)
          : { offers: distinct(found) };
    });
  }

  /** GitLab's `&3` in a project is an epic of its group: the nearest group above that has it. */
  private ofNearestGroup(found: readonly NumberHolder[]): Resolution {
    const above = found.filter(({ tracker, place }) => this.remotes.areBelow(place, tracker));
    const longest = greatest(above.map(({ place }) => place.length));
    const near = above.filter(({ place }) => place.length === longest);
    return near.length > 0 ? this.among(near) : { offers: distinct(found) };
  }

  private inPlace({ sign, number }: Mention & { kind: 'number' }, place: string): Resolution {
    const plain = sign === '&' ? '&' : '#';
    const places = this.catalog.numbers.placesOf(plain, number);
    const exact = places?.in(place) ?? [];
    // GitLab's `shop#142`: a project of the same group.
    const isName = exact.length === 0 && !place.includes('/');
    const found = isName ? (places?.named(place) ?? []) : exact;
    if (found.length === 0) return nothing;
    return this.remembered.of(`${plain}${number}\n${place}`, () => {
      const here = isName
        ? found.filter((holder) => this.remotes.areBeside(holder.place, holder.tracker))
        : found;
      const near = here.filter(({ host }) => this.remotes.areOn(host));
      return this.among(near.length > 0 ? near : here);
    });
  }

  private atAddress({
    host,
    key,
    number,
    place = '',
    page,
  }: (Mention & { kind: 'address' })['address']): Resolution {
    const goals = this.catalog.numbers.atPage(page);
    if (goals.length === 1) return only(goals[0]);
    if (key !== undefined) {
      const found = this.catalog.find(key, this.home.folder);
      // On another server, the same key is another issue.
      const isThere = found?.url === undefined || hostOf(found.url) === host;
      return found && isThere ? only(found) : nothing;
    }
    if (number === undefined) return nothing;
    const sign = number.startsWith('&') ? '&' : '#';
    const places = this.catalog.numbers.placesOf(sign, Number(number.slice(1)));
    const found = places ? this.candidates(places, place) : [];
    if (!places || found.length === 0) return nothing;
    // All hosts on which nothing is counted mean the same.
    const server = places.isOn(host) ? host : '';
    return this.remembered.of(`${number}\n${place}\n//${server}`, () =>
      this.among(
        found.filter(
          (holder) => (holder.host === undefined || holder.host === host) && isPlace(holder, place),
        ),
      ),
    );
  }

  /** The goals to which an address's path may lead: where it is, or below a tracker's own path. */
  private candidates(places: PlacesOfNumber, path: string): readonly NumberHolder[] {
    const bases = this.catalog.trackers.flatMap(({ references }) =>
      references ? [siteOf(references).base] : [],
    );
    const below = bases
      .filter((base) => base !== '' && (path === base || path.startsWith(`${base}/`)))
      .map((base) => path.slice(base.length + 1));
    const lists = [...new Set([path, ...below])].map((place) => places.in(place));
    const [first = [], ...others] = [...lists, places.azure].filter((list) => list.length > 0);
    return others.length === 0 ? first : [...new Set([...first, ...others.flat()])];
  }

  /** The only goal of these; of several, the nearest, and among those the lowest in the tree if there is just one. */
  private among(holders: readonly NumberHolder[]): Resolution {
    const distances = holders.map(({ tracker: { folder } }) =>
      folder === undefined ? 1 : folder === this.home.folder ? 0 : 2,
    );
    const nearest = -greatest(distances.map((distance) => -distance));
    const near = distinct(holders.filter((_, at) => distances[at] === nearest));
    const lowest = greatest(near.map(({ level }) => levels.indexOf(level)));
    const [goal, ...others] = near.filter(({ level }) => levels.indexOf(level) === lowest);
    return others.length === 0 ? only(goal) : { offers: near };
  }
}

function only(goal: Goal | undefined): Resolution {
  return goal ? { goal, offers: [goal] } : nothing;
}

/** The greatest number: as arguments of `Math.max`, so many as a goals file can list would end the stack. */
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), -Infinity);
}

function distinct(holders: readonly NumberHolder[]): Goal[] {
  return [...new Set(holders.map(({ goal }) => goal))];
}

/** Whether an address's path leads to where a number is counted; the tracker's base path may come first. */
function isPlace({ place, tracker: { references } }: NumberHolder, path: string): boolean {
  if (references?.kind === 'azureDevOps') {
    const { base } = siteOf(references);
    return path === base || path.startsWith(`${base}/`);
  }
  const base = references ? siteOf(references).base : '';
  return path === [base, place].filter(Boolean).join('/');
}

function hostOf(url: string): string {
  return siteOf({ url }).host;
}
