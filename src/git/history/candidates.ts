import { findKeys, keysInValue } from '../../core/references/goalKeys';
import { keysOfCommit, type CommitKey } from '../../core/links/commitKeys';
import type { CommitEvidence } from '../../core/links/link';
import { parseTrailers } from '../../core/message/trailers';
import type { CommitText } from './commitReader';
import { keyTexts } from './keyTexts';

/** The evidence from the strongest to the weakest; the store keeps the position. */
export const evidences = ['trailer', 'subject', 'body', 'note'] as const satisfies readonly CommitEvidence[];

/** What decides which candidates are keys. */
export interface KeyRules {
  /** The trailer's token, in any case. */
  readonly trailer: string;
  /** The project parts of the known keys (`SHOP` of `SHOP-142`), in upper case. */
  readonly projects: ReadonlySet<string>;
}

/** A piece of a commit that some tracker or token makes a key: `initiative:SHOP-7` of a trailer, or a text `SHOP-7`. */
export interface Candidate {
  /** The position in `evidences`. */
  readonly place: number;
  readonly term: string;
}

/** How far a subject is searched: as far as the core does, in UTF-16 units. */
const maxSubject = 4096;
/** How far a body is searched: as far as the core does, in UTF-16 units. */
const maxBody = 64 * 1024;
/** No commit names more goals than this in earnest. */
const maxCandidates = 1000;
const objectName = /^I?[0-9a-f]{40,64}$/;
const [inTrailer, inSubject, inBody, inNote] = [0, 1, 2, 3] as const;

/** All that a commit could name under any rules, the strongest evidence first, each once for each place. */
export function candidatesOf({
  subject,
  body,
  note,
}: Pick<CommitText, 'subject' | 'body' | 'note'>): Candidate[] {
  const found: Candidate[] = [
    ...each(inTrailer, trailerTerms(`${subject}\n\n${body}`)),
    ...each(inSubject, keyTexts(subject, maxSubject)),
    ...each(inBody, keyTexts(body, maxBody)),
  ];
  if (note) found.push(...each(inNote, [...trailerTerms(`\n\n${note}`), ...keyTexts(note, maxBody)]));
  return found.length > maxCandidates ? found.slice(0, maxCandidates) : found;
}

/** The keys that a term stands for under these rules, in the form in which keys are compared. */
export function keysOfTerm(term: string, { trailer, projects }: KeyRules): string[] {
  const colon = term.indexOf(':');
  if (colon < 0) return findKeys(term, projects).map(({ key }) => key);
  const trailers = [{ token: term.slice(0, colon), value: term.slice(colon + 1) }];
  return keysOfCommit({ subject: '', body: '', trailers }, trailer, projects).map(({ key }) => key);
}

/** The keys that candidates stand for under these rules, each once, by its strongest evidence. */
export function keysOfCandidates(candidates: readonly Candidate[], rules: KeyRules): CommitKey[] {
  const keys = new Map<string, CommitKey>();
  for (const { place, term } of candidates) {
    for (const key of keysOfTerm(term, rules)) {
      if (!keys.has(key)) keys.set(key, { key, by: evidences[place] ?? 'note' });
    }
  }
  return [...keys.values()];
}

function each(place: number, terms: Iterable<string>): Candidate[] {
  return [...new Set(terms)].map((term) => ({ place, term }));
}

/** Trailers of any token that name a key, without those that name an object (`Change-Id`): no tracker has such keys. */
function trailerTerms(message: string): string[] {
  if (!message.includes(':')) return [];
  return parseTrailers(message, { divider: false }).flatMap(({ token, value }) => {
    const keys = keysInValue(value).filter((key) => !objectName.test(key));
    return keys.length > 0 ? `${token.toLowerCase()}:${keys.join(',')}` : [];
  });
}
