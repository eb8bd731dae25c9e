import { normalizeKey } from '../goal/goalKey';
import { readCodeAddress } from '../references/codeAddress';
import { siteOf } from '../references/referenceStyle';
import { readPullRequest } from '../references/landedPullRequests';
import { CodePlaces } from './codePlaces';
import type { CodeLinkIndex, LinkedCode } from './codeLinkIndex';
import type { RepositoryHome } from './repositoryHome';

/** What trackers say about the code of one repository. */
export class RepositoryCode {
  private readonly places: CodePlaces;

  constructor(
    private readonly index: CodeLinkIndex,
    { remotes }: RepositoryHome,
  ) {
    this.places = new CodePlaces(remotes.map(({ host, path }) => `${host}/${path}`));
  }

  /** Whether trackers say nothing about any code. */
  get isEmpty(): boolean {
    return this.index.isEmpty;
  }

  /** What trackers say about a branch. */
  ofBranch(name: string): LinkedCode[] {
    return this.index.ofBranch(name).filter((code) => this.isHere(code));
  }

  /** Every branch of this repository that a tracker ties to a goal. */
  branches(): LinkedCode[] {
    return [...this.index.allBranches()].filter((code) => this.isHere(code));
  }

  /** The keys, normalized for comparison, of the goals that trackers tie to a commit. */
  keysOfCommit(sha: string): string[] {
    return keysOf(this.index.ofCommit(sha));
  }

  /** Every commit that a tracker ties to goals, with their keys; some may belong to other repositories. */
  *commits(): Generator<readonly [sha: string, keys: readonly string[]]> {
    for (const [sha, code] of this.index.allCommits) yield [sha, keysOf(code)];
  }

  /** The keys of the goals of a pull request: `!4321`, `acme/shop!4321`, `!https://…`. */
  keysOfPullRequest(text: string): string[] {
    const asked = readPullRequest(text);
    if (!asked) return [];
    if ('address' in asked) {
      const read = readCodeAddress(asked.address);
      if (read?.kind !== 'pullRequest') return [];
      const { number, repository = '' } = read;
      const places = new CodePlaces([repository]);
      return keysOf(this.index.ofPullRequest(number).filter((code) => isAt(code, places)));
    }
    const { number, place } = asked;
    const found = this.index.ofPullRequest(number);
    return keysOf(found.filter((code) => (place === '' ? this.isHere(code) : isOf(code, place))));
  }

  private isHere(code: LinkedCode): boolean {
    return isAt(code, this.places);
  }
}

/** Whether a link belongs to one of these repositories. */
function isAt(code: LinkedCode, places: CodePlaces): boolean {
  const repository = repositoryOf(code);
  if (repository === undefined) return true;
  return places.has(repository) || places.has(withoutBase(repository, code.tracker));
}

/** SSH addresses leave out the path below which a tracker serves its pages. */
function withoutBase(repository: string, { references }: LinkedCode['tracker']): string {
  if (!references) return repository;
  const { host, base } = siteOf(references);
  const below = `${host}/${base}/`;
  const isBelow = repository.startsWith(below) && repository.length > below.length;
  return isBelow ? `${host}/${repository.slice(below.length)}` : repository;
}

function isOf(code: LinkedCode, place: string): boolean {
  return repositoryOf(code)?.endsWith(`/${place}`) === true;
}

function repositoryOf({ link }: LinkedCode): string | undefined {
  return 'repository' in link ? link.repository : undefined;
}

function keysOf(code: readonly LinkedCode[]): string[] {
  return [...new Set(code.map(({ goal }) => normalizeKey(goal.key)))];
}
