import type { Connection } from '../../connection/connection';
import { fullName, repositoryOf, type Followed, type Repository } from './githubFollow';

/** What a key stands for: an issue or a milestone, by its number in a repository. */
export interface GithubItem {
  readonly key: string;
  readonly kind: 'issue' | 'milestone';
  readonly number: number;
  /** Where to look, the likeliest first: more than one if the key alone does not say. */
  readonly repositories: readonly Repository[];
}

/** Follows a repository's prefix in the keys of its milestones: `SHOP.M-3`. */
const milestoneMark = '.M';
/** GraphQL's Int. */
const largestNumber = 2 ** 31 - 1;
/** Leaves room for the number in a key, which has at most 64 characters. */
const maxPrefix = 48;

/**
 * Keys for GitHub, which only numbers issues and milestones, anew in every repository. A repository's prefix is its
 * name, `SHOP-142`; its milestones are `SHOP.M-3`. Of two repositories with the same name the second is
 * `OWNER-NAME`, and so is every repository that is not followed and belongs to another owner than the first
 * one followed: a prefix is never handed out by the order in which things happen to be read.
 */
export class GithubKeys {
  private readonly prefixes = new Map<string, string>();
  private readonly repositories = new Map<string, Repository>();
  private readonly owners: readonly string[];

  constructor({ keyPrefix }: Pick<Connection, 'keyPrefix'>, { repositories, projects }: Followed) {
    this.owners = [...new Set([...repositories, ...projects].map(({ owner }) => owner.toLowerCase()))];
    const [only, ...others] = repositories;
    if (keyPrefix && only && others.length === 0) this.note(only, keyPrefix);
    for (const repository of repositories) {
      const short = toPrefix(repository.name);
      if (this.prefixes.has(idOf(repository))) continue;
      this.note(repository, this.repositories.has(short) ? longPrefix(repository) : short);
    }
  }

  /** Notes that a followed repository has been renamed. */
  renamed(followed: Repository, now: string): void {
    const repository = repositoryOf(now);
    const prefix = this.prefixes.get(idOf(followed));
    if (!repository || !prefix || this.prefixes.has(idOf(repository))) return;
    this.prefixes.set(idOf(repository), prefix);
  }

  issueKey(repository: Repository, number: number): string {
    return `${this.prefixOf(repository)}-${number}`;
  }

  milestoneKey(repository: Repository, number: number): string {
    return `${this.prefixOf(repository)}${milestoneMark}-${number}`;
  }

  /** What the keys stand for, as far as they can be GitHub's. */
  itemsOf(keys: readonly string[]): GithubItem[] {
    return keys.flatMap((key): GithubItem[] => {
      const [, prefix = '', digits = ''] = /^(.+)-([1-9]\d*)$/.exec(key.toUpperCase()) ?? [];
      const number = Number(digits);
      if (prefix === '' || number > largestNumber) return [];
      const isMilestone = prefix.endsWith(milestoneMark) && !this.repositories.has(prefix);
      const rest = isMilestone ? prefix.slice(0, -milestoneMark.length) : prefix;
      const repositories = this.placesOf(rest);
      const kind = isMilestone ? 'milestone' : 'issue';
      return repositories.length > 0 ? [{ key: key.toUpperCase(), kind, number, repositories }] : [];
    });
  }

  /** The repository of a prefix; if it is not known yet, those that would get it. */
  private placesOf(prefix: string): Repository[] {
    const known = this.repositories.get(prefix);
    if (known) return [known];
    const places: Repository[] = [];
    const [first] = this.owners;
    const isName = (name: string): boolean => /^[\w.-]+$/.test(name);
    for (const owner of this.owners) {
      const name = prefix.startsWith(`${owner.toUpperCase()}-`) ? prefix.slice(owner.length + 1) : '';
      if (isName(name)) places.push({ owner, name });
    }
    if (first !== undefined && isName(prefix)) places.push({ owner: first, name: prefix });
    return places.filter((place) => this.derive(place) === prefix);
  }

  private prefixOf(repository: Repository): string {
    const known = this.prefixes.get(idOf(repository));
    if (known) return known;
    const prefix = this.derive(repository);
    this.note(repository, prefix);
    return prefix;
  }

  /** The prefix of a repository that is not followed. */
  private derive(repository: Repository): string {
    const short = toPrefix(repository.name);
    const isNear = this.owners.length === 0 || this.owners[0] === repository.owner.toLowerCase();
    const holder = this.repositories.get(short);
    const isFree = !holder || idOf(holder) === idOf(repository);
    return isNear && isFree ? short : longPrefix(repository);
  }

  private note(repository: Repository, prefix: string): void {
    this.prefixes.set(idOf(repository), prefix);
    if (!this.repositories.has(prefix)) this.repositories.set(prefix, repository);
  }
}

/** GitHub compares names without regard to case. */
function idOf(repository: Repository): string {
  return fullName(repository).toLowerCase();
}

function longPrefix({ owner, name }: Repository): string {
  return toPrefix(`${owner}-${name}`);
}

/** A key begins and ends with a letter or digit: `.github` is `GITHUB`. */
function toPrefix(name: string): string {
  const prefix = name
    .toUpperCase()
    .replace(/^[^A-Z\d]+/, '')
    .slice(0, maxPrefix)
    .replace(/[^A-Z\d]+$/, '');
  return prefix === '' ? 'GH' : prefix;
}
