import { maxBody, maxSubject, type CommitKey } from '../../core/links/commitKeys';
import { keysInText, referencesInTrailer, type TermReference } from '../../core/links/commitTerms';
import { commitEvidences, type CommitEvidence } from '../../core/links/link';
import { mergedBranch } from '../../core/links/mergedBranch';
import type { ReferenceRules } from '../../core/links/referenceRules';
import { trailersInParagraphs } from '../../core/message/trailerParagraphs';
import { numbersInBranch } from '../../core/references/branchMentions';
import { scanText } from '../../core/references/findMentions';
import { landedPullRequests, readPullRequest } from '../../core/references/landedPullRequests';
import { readNumber } from '../../core/references/mention';
import { referencesInValue } from '../../core/references/referencesInValue';
import type { CommitText } from './commitReader';
import { keyTexts } from './keyTexts';

/** The kinds of evidence, strongest first; the store keeps their positions. */
export const evidences = commitEvidences;

/**
 * A piece of a commit that could name a goal under some tracker or token: `initiative:SHOP-7` of a trailer, `SHOP-7`,
 * `#142`, an address.
 */
export interface Candidate {
  /** The position in `evidences`. */
  readonly place: number;
  readonly term: string;
}

/** No commit seriously names more goals than this. */
const maxCandidates = 1000;
const objectName = /^I?[0-9a-f]{40,64}$/;
const isTrailer = /^(?!https?:\/\/)[A-Za-z0-9-]+:/i;
const inTrailer = placeOf('trailer');

/** The position of a kind of evidence in `evidences`. */
export function placeOf(evidence: CommitEvidence): number {
  return evidences.indexOf(evidence);
}

/** Everything that a commit could name under any rules, each once for each place. */
export function candidatesOf({
  subject,
  body,
  note,
}: Pick<CommitText, 'subject' | 'body' | 'note'>): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (evidence: CommitEvidence, term: string): void => {
    const place = placeOf(evidence);
    if (found.size < maxCandidates) found.set(`${place} ${term}`, { place, term });
  };
  const addText = (text: string, where: 'subject' | 'body' | 'note', limit: number): void => {
    const { plain, mentions } = scanText(text, limit);
    for (const term of keyTexts(plain, limit)) add(where, term);
    for (const { reference: term, kind, isClosing } of mentions) {
      add(isClosing && where !== 'note' ? 'closingKeyword' : kind === 'address' ? 'address' : where, term);
    }
  };
  for (const term of trailerTerms(subject, body)) add('trailer', term);
  addText(subject, 'subject', maxSubject);
  addText(body, 'body', maxBody);
  if (note) {
    for (const term of trailerTerms('', note)) add('note', term);
    addText(note, 'note', maxBody);
  }
  for (const text of landedPullRequests(subject, body)) add('pullRequest', text);
  const branch = mergedBranch(subject);
  for (const { reference } of branch === undefined ? [] : numbersInBranch(branch)) add('merge', reference);
  return [...found.values()];
}

/** What a term stands for under these rules. */
export function keysOfTerm(term: string, rules: ReferenceRules): TermReference[] {
  if (readPullRequest(term)) {
    return (rules.code?.keysOfPullRequest(term) ?? []).map((key) => ({ key, text: term }));
  }
  if (isTrailer.test(term)) {
    const colon = term.indexOf(':');
    return referencesInTrailer(term.slice(0, colon), term.slice(colon + 1), rules);
  }
  // A text `GH-142` is a key here: as a number it stands beside it as `#142`.
  const isMention = term.includes('://') || (readNumber(term) !== undefined && !/^GH-\d+$/i.test(term));
  if (!isMention) return keysInText(term, rules);
  // What looks like a key in front of a number is a term of its own.
  const key = rules.keyOf?.(term);
  return key === undefined ? [] : [{ key, text: term }];
}

/** The place that counts for a reference in a term: in a trailer outside of notes, its token decides. */
export function placeOfReference(place: number, { by }: TermReference): number {
  return place === inTrailer && by !== undefined ? placeOf(by) : place;
}

/**
 * The goals that a commit's candidates name under these rules, and those that trackers tie to it: each once, by its
 * strongest evidence, strongest first.
 */
export function keysOfCandidates(
  candidates: readonly Candidate[],
  rules: ReferenceRules,
  sha: string,
): CommitKey[] {
  const tied = rules.code?.keysOfCommit(sha) ?? [];
  const found = new Map(tied.map((key) => [key, { place: placeOf('tracker'), text: sha }]));
  for (const { place, term } of candidates) {
    for (const reference of keysOfTerm(term, rules)) {
      const now = placeOfReference(place, reference);
      const before = found.get(reference.key);
      if (!before || now < before.place) found.set(reference.key, { place: now, text: reference.text });
    }
  }
  return [...found]
    .sort(([, one], [, other]) => one.place - other.place)
    .map(([key, { place, text }]) => ({ key, by: evidences[place] ?? 'note', text }));
}

/**
 * Trailers of any token that name something, except those that name an object (`Change-Id`): no tracker has such keys.
 */
function trailerTerms(subject: string, body: string): string[] {
  return trailersInParagraphs(subject, body).flatMap(({ token, value }) => {
    const texts = referencesInValue(value).filter((text) => !objectName.test(text));
    return texts.length > 0 ? `${token.toLowerCase()}:${texts.join(',')}` : [];
  });
}
