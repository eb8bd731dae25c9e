import { scanText } from '../references/findMentions';
import { landedPullRequests } from '../references/landedPullRequests';
import { numbersInBranch } from '../references/branchMentions';
import { trailersInParagraphs } from '../message/trailerParagraphs';
import type { Trailer } from '../message/trailers';
import { keysInText, referencesInTrailer, type TermReference } from './commitTerms';
import { commitEvidences, type CommitEvidence } from './link';
import { mergedBranch } from './mergedBranch';
import type { ReferenceRules } from './referenceRules';

/** The message of a commit. */
export interface CommitMessage {
  /** Its full hash, by which trackers know it. */
  readonly sha?: string | undefined;
  readonly subject: string;
  readonly body: string;
  /** The text of the commit's goal note; empty or absent if it has none. */
  readonly note?: string;
  /** Parsed from the message if not given. */
  readonly trailers?: readonly Trailer[];
}

/** A key that a commit names, with the strongest evidence for it. */
export interface CommitKey {
  /** Normalized for comparison. */
  readonly key: string;
  readonly by: CommitEvidence;
  /** As it was written. */
  readonly text: string;
}

/** How much of a body is searched for keys, in UTF-16 units. */
export const maxBody = 64 * 1024;
/** How much of a subject is searched for keys, in UTF-16 units. */
export const maxSubject = 4096;

/**
 * The goals that a commit names, each once, by the strongest evidence: our trailer (any key); then, for known goals
 * only, closing keywords, commonly used reference trailers, the subject, the body, the note, an address, what trackers
 * say about it and about the pull request that landed it, and the branch that it merges.
 */
export function keysOfCommit(message: CommitMessage, rules: ReferenceRules): CommitKey[] {
  const found = new Map<string, CommitKey>();
  const add = ({ key, text }: TermReference, by: CommitEvidence): void => {
    const before = found.get(key);
    if (!before || rankOf(by) < rankOf(before.by)) found.set(key, { key, by, text });
  };
  const { subject, body, note } = message;
  for (const { token, value } of message.trailers ?? trailersInParagraphs(subject, body)) {
    for (const each of referencesInTrailer(token, value, rules)) add(each, each.by);
  }
  const readText = (text: string, where: CommitEvidence, limit: number): void => {
    const { plain, mentions } = scanText(text, limit);
    for (const each of keysInText(plain, rules, limit)) add(each, where);
    if (!rules.keyOf) return;
    for (const mention of mentions) {
      const key = rules.keyOf(mention.reference);
      if (key === undefined) continue;
      const plain = mention.kind === 'address' ? 'address' : where;
      add({ key, text: mention.text }, mention.isClosing && where !== 'note' ? 'closingKeyword' : plain);
    }
  };
  readText(subject, 'subject', maxSubject);
  readText(body, 'body', maxBody);
  if (note) {
    for (const { token, value } of trailersInParagraphs('', note)) {
      for (const each of referencesInTrailer(token, value, rules)) add(each, 'note');
    }
    readText(note, 'note', maxBody);
  }
  for (const [each, where] of tiedTo(message, rules)) add(each, where);
  const branch = mergedBranch(subject);
  for (const { reference, text } of branch === undefined ? [] : numbersInBranch(branch)) {
    const key = rules.keyOf?.(reference);
    if (key !== undefined) add({ key, text }, 'merge');
  }
  return [...found.values()].sort((a, b) => rankOf(a.by) - rankOf(b.by));
}

/** What trackers say about the commit itself, and about the pull request that landed it. */
function tiedTo(
  { sha, subject, body }: CommitMessage,
  { code }: ReferenceRules,
): (readonly [TermReference, CommitEvidence])[] {
  if (!code) return [];
  const ofCommit = sha === undefined ? [] : code.keysOfCommit(sha).map((key) => ({ key, text: sha }));
  const ofRequests = landedPullRequests(subject, body).flatMap((text) =>
    code.keysOfPullRequest(text).map((key) => ({ key, text })),
  );
  return [
    ...ofCommit.map((each) => [each, 'tracker'] as const),
    ...ofRequests.map((each) => [each, 'pullRequest'] as const),
  ];
}

function rankOf(by: CommitEvidence): number {
  return commitEvidences.indexOf(by);
}
