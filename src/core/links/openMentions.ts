import type { RepositoryReferences } from '../catalog/repositoryReferences';
import { readPullRequest } from '../references/landedPullRequests';
import { readNumber } from '../references/mention';

/** What commits mention and no tracker has reported yet. */
export interface OpenMentions {
  /** The would-be keys of numbers whose goals no list has included. */
  readonly keys: readonly string[];
  /** Pull requests of the repository whose closed items are not yet known. */
  readonly pullRequests: readonly number[];
}

/** The most that are returned at once: what is looked at first is asked for first. */
const mostKeys = 200;
const mostPullRequests = 2000;

/**
 * Finds what commits mention and is still unknown. A number by which a commit says that it landed is a pull request's,
 * so it is not also asked for as an item.
 *
 * @param terms what the commits name, as the history stores it: `#142`, `!4321`
 */
export function openMentions(terms: Iterable<string>, references: RepositoryReferences): OpenMentions {
  const numbers = new Set<string>();
  const pullRequests = new Set<number>();
  for (const term of terms) {
    const landed = readPullRequest(term);
    if (landed && 'number' in landed && landed.place === '') {
      const isKnown =
        references.code.keysOfPullRequest(term).length > 0 ||
        references.find(`#${landed.number}`) !== undefined;
      if (!isKnown) pullRequests.add(landed.number);
    } else if (readNumber(term)) numbers.add(term);
  }
  const keys = new Set<string>();
  for (const text of numbers) {
    if (keys.size === mostKeys) break;
    const number = readNumber(text);
    const isRequest = number?.sign === '#' && number.place === undefined && pullRequests.has(number.number);
    const key = isRequest ? undefined : references.wantedKey(text);
    if (key !== undefined) keys.add(key);
  }
  return { keys: [...keys], pullRequests: [...pullRequests].slice(0, mostPullRequests) };
}
