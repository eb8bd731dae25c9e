import { levels, type Goal } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import { readMention, type Mention } from '../references/mention';
import { siteOf } from '../references/referenceStyle';
import type { TrackerState } from '../tracker/trackerState';
import type { NumberHolder, NumberIndex } from './numberIndex';
import type { CodeLinkIndex } from './codeLinkIndex';
import { RepositoryCode } from './repositoryCode';
import { isOnePlace, type RepositoryHome } from './repositoryHome';
import { isCountedIn, RepositorySpaces } from './repositorySpaces';

/** How to write a reference: as the tracker shows it, by our key, or as an address. */
export type ReferenceForm = 'native' | 'key' | 'url';

/** The goals that spellings can name, such as a catalog. */
export interface NamedGoals {
  readonly trackers: readonly TrackerState[];
  readonly numbers: NumberIndex;
  readonly code: CodeLinkIndex;
  projects(): ReadonlySet<string>;
  inventedProjects(): ReadonlySet<string>;
  find(key: string, folder?: string): Goal | undefined;
}

/** What a spelling names in one repository. */
export interface Resolution {
  readonly goal?: Goal;
  /** The goals that an ambiguous spelling may mean. */
  readonly offers: readonly Goal[];
}

const nothing: Resolution = { offers: [] };

/** What spellings mean in one repository, and how goals are spelled there. */
export class RepositoryReferences {
  private readonly spaces: RepositorySpaces;

  constructor(
    private readonly catalog: NamedGoals,
    readonly home: RepositoryHome,
  ) {
    this.spaces = new RepositorySpaces(catalog, home);
  }

  /** What trackers say about this repository's code. */
  get code(): RepositoryCode {
    return (this.ownCode ??= new RepositoryCode(this.catalog.code, this.home));
  }
  private ownCode?: RepositoryCode;

  /** The project parts of the known keys, in upper case. */
  get projects(): ReadonlySet<string> {
    return this.catalog.projects();
  }

  /** The project parts of keys we made up, for trackers that only number their items. */
  get inventedProjects(): ReadonlySet<string> {
    return this.catalog.inventedProjects();
  }

  /** The goal that a spelling names. */
  find(text: string): Goal | undefined {
    return this.catalog.find(text, this.home.folder) ?? this.resolve(readMention(text)).goal;
  }

  /** The key of the goal that a spelling names, normalized for comparison. */
  keyOf(text: string): string | undefined {
    const goal = this.find(text);
    return goal && normalizeKey(goal.key);
  }

  /** The highest known number in the place where the number's goal is counted. */
  newestBeside(text: string): number {
    const goal = this.find(text);
    return goal ? this.catalog.numbers.newestBeside(goal) : 0;
  }

  /** What a spelling names. */
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

  /**
   * How a commit here spells a number from a branch's name: where Azure's are the only items known, branch names leave
   * out the `AB`.
   */
  spelledInBranch(reference: string): string {
    return reference.startsWith('#') && this.spaces.isAzuresElsewhere ? `AB${reference}` : reference;
  }

  /**
   * How a goal is written here: its tracker's shortest spelling that means this goal, and only this goal, in this
   * repository.
   */
  spellingOf(goal: Goal, form: ReferenceForm = 'native'): string {
    if (form === 'url' && goal.url !== undefined) return goal.url;
    if (form === 'key') return goal.key;
    return this.spellings(goal).find((text) => this.find(text) === goal) ?? goal.key;
  }

  /** Where a goal's number counts, as a goals file's `numbers:` line puts it: a repository, or a tracker's address. */
  placeOf(goal: Goal): string | undefined {
    const number = this.catalog.numbers.numberOf(goal);
    if (!number) return undefined;
    const tracker = this.catalog.trackers.find(({ id }) => id === goal.trackerId);
    return number.place === '' ? (tracker?.references?.url ?? tracker?.name) : number.place;
  }

  /** The key that a number with no known goal would have here, if it can be counted in only one place. */
  wantedKey(reference: string): string | undefined {
    const mention = readMention(reference);
    if (mention.kind !== 'number' || this.resolve(mention).offers.length > 0) return undefined;
    const { sign, number, place } = mention;
    const spaces = sign === 'AB#' ? this.spaces.azure : this.spaces.of(sign);
    const [space] = spaces;
    if (!space || place !== undefined || !isOnePlace(spaces)) return undefined;
    // A place that only a goals file mentions cannot be asked.
    return space.prefix === '' || space.tracker.references === undefined
      ? undefined
      : `${space.prefix}${number}`;
  }

  private spellings(goal: Goal): string[] {
    const { references } = this.catalog.trackers.find(({ id }) => id === goal.trackerId) ?? {};
    const number = references && this.catalog.numbers.numberOf(goal);
    if (!number) return [];
    const bare = `${number.sign}${number.number}`;
    switch (references.kind) {
      case 'redmine':
        return [bare];
      case 'azureDevOps':
        // Only Azure's own repositories link a bare number; GitHub takes it for one of its own issues.
        return this.isAtRemote(number.host) ? [bare, `AB${bare}`] : [`AB${bare}`];
      case 'github':
      case 'gitlab':
        return this.isAtRemote(number.host) ? [bare, `${number.place}${bare}`] : [`${number.place}${bare}`];
    }
  }

  private isAtRemote(host: string | undefined): boolean {
    return this.home.remotes.length === 0 || this.home.remotes.some((remote) => remote.host === host);
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
    const above = found.filter(({ place }) =>
      this.home.remotes.some(({ path }) => path.startsWith(`${place}/`)),
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
  private isNeighbour({ place }: NumberHolder, name: string): boolean {
    return this.home.remotes.some(
      ({ path }) => place === `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`,
    );
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
