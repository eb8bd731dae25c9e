import type { Goal } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import { readMention, type Mention } from '../references/mention';
import { MentionResolver } from './mentionResolver';
import type { NamedGoals } from './namedGoals';
import { RepositoryCode } from './repositoryCode';
import type { RepositoryHome } from './repositoryHome';
import { RepositorySpaces } from './repositorySpaces';
import type { Resolution } from './resolution';

/** How to write a reference: as the tracker shows it, by our key, or as an address. */
export type ReferenceForm = 'native' | 'key' | 'url';

/** What spellings mean in one repository, and how goals are spelled there. */
export class RepositoryReferences {
  private readonly spaces: RepositorySpaces;
  private readonly resolver: MentionResolver;
  private readonly hosts: ReadonlySet<string | undefined>;

  constructor(
    private readonly catalog: NamedGoals,
    readonly home: RepositoryHome,
  ) {
    this.spaces = new RepositorySpaces(catalog, home);
    this.resolver = new MentionResolver(catalog, home, this.spaces);
    this.hosts = new Set(home.remotes.map(({ host }) => host));
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

  /** The projects in which only the very keys that goals list count. */
  get listedProjects(): ReadonlySet<string> {
    return this.catalog.listedProjects();
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
    return this.resolver.resolve(mention);
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
    const [space] = spaces.list;
    if (!space || place !== undefined || !spaces.isOne) return undefined;
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
    return this.hosts.size === 0 || this.hosts.has(host);
  }
}
