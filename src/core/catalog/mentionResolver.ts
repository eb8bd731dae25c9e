import { levels, type Goal } from '../goal/goal';
import type { Mention } from '../references/mention';
import { siteOf } from '../references/referenceStyle';
import type { NamedGoals } from './namedGoals';
import type { NumberHolder } from './numberIndex';
import { isOnePlace, pathFor, type RepositoryHome } from './repositoryHome';
import { isCountedIn, type RepositorySpaces } from './repositorySpaces';

/** What a spelling names in one repository. */
export interface Resolution {
  readonly goal?: Goal;
  /** The goals that an ambiguous spelling may mean. */
  readonly offers: readonly Goal[];
}

const nothing: Resolution = { offers: [] };

/** Finds the goals that mentions in one repository mean. */
export class MentionResolver {
  constructor(
    private readonly catalog: NamedGoals,
    private readonly home: RepositoryHome,
    private readonly spaces: RepositorySpaces,
  ) {}

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
    if (sign === 'AB#') {
      return this.among(holders.filter((holder) => isCountedIn(holder, this.spaces.azure)));
    }
    const spaces = this.spaces.of(plain);
    const found = holders.filter((holder) => isCountedIn(holder, spaces));
    return isOnePlace(spaces)
      ? this.among(found)
      : sign === '&'
        ? this.ofNearestGroup(found)
        : { offers: distinct(found) };
  }

  /** GitLab's `&3` in a project is an epic of its group: the nearest group above that has it. */
  private ofNearestGroup(found: readonly NumberHolder[]): Resolution {
    const above = found.filter(({ tracker, place }) =>
      this.home.remotes.some((remote) => pathFor(tracker, remote)?.startsWith(`${place}/`)),
    );
    const longest = Math.max(...above.map(({ place }) => place.length));
    const near = above.filter(({ place }) => place.length === longest);
    return near.length > 0 ? this.among(near) : { offers: distinct(found) };
  }

  private inPlace({ sign, number }: Mention & { kind: 'number' }, place: string): Resolution {
    const plain = sign === '&' ? '&' : '#';
    const holders = this.catalog.numbers.withNumber(plain, number);
    const exact = holders.filter((holder) => holder.place === place);
    const found =
      exact.length > 0 || place.includes('/')
        ? exact
        : holders.filter((each) => this.isNeighbour(each, place));
    const near = found.filter(
      ({ host }) => host !== undefined && this.home.remotes.some((remote) => remote.host === host),
    );
    return this.among(near.length > 0 ? near : found);
  }

  /** GitLab's `shop#142`: a project of the same group. */
  private isNeighbour({ tracker, place }: NumberHolder, name: string): boolean {
    return this.home.remotes.some((remote) => {
      const path = pathFor(tracker, remote);
      return path !== undefined && place === `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`;
    });
  }

  private atAddress({
    host,
    key,
    number,
    place = '',
    page,
  }: (Mention & { kind: 'address' })['address']): Resolution {
    const [goal, ...others] = this.catalog.numbers.atPage(page);
    if (goal && others.length === 0) return only(goal);
    if (key !== undefined) {
      const found = this.catalog.find(key, this.home.folder);
      // On another server, the same key is another issue.
      const isThere = found?.url === undefined || hostOf(found.url) === host;
      return found && isThere ? only(found) : nothing;
    }
    if (number === undefined) return nothing;
    const holders = this.catalog.numbers
      .withNumber(number.startsWith('&') ? '&' : '#', Number(number.slice(1)))
      .filter((holder) => (holder.host === undefined || holder.host === host) && isPlace(holder, place));
    return this.among(holders);
  }

  /** The only goal of these; of several, the nearest, and among those the lowest in the tree if there is just one. */
  private among(holders: readonly NumberHolder[]): Resolution {
    const distances = holders.map(({ tracker: { folder } }) =>
      folder === undefined ? 1 : folder === this.home.folder ? 0 : 2,
    );
    const nearest = Math.min(...distances);
    const near = distinct(holders.filter((_, at) => distances[at] === nearest));
    const lowest = Math.max(...near.map(({ level }) => levels.indexOf(level)));
    const [goal, ...others] = near.filter(({ level }) => levels.indexOf(level) === lowest);
    return others.length === 0 ? only(goal) : { offers: near };
  }
}

function only(goal: Goal | undefined): Resolution {
  return goal ? { goal, offers: [goal] } : nothing;
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
