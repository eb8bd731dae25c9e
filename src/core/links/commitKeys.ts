import { normalizeKey } from '../goal/goalKey';
import { findKeys, keysInValue } from '../references/goalKeys';
import type { CommitEvidence } from './link';
import { isSameToken, parseTrailers, type Trailer } from '../message/trailers';

/** The message of a commit. */
export interface CommitMessage {
  readonly subject: string;
  readonly body: string;
  /** Read from the message where they are not given. */
  readonly trailers?: readonly Trailer[];
}

/** A key that a commit names, by the strongest evidence for it. */
export interface CommitKey {
  /** In the form in which keys are compared. */
  readonly key: string;
  readonly by: CommitEvidence;
}

/** How much of a body is searched for keys, in UTF-16 units. */
const maxBody = 64 * 1024;

/**
 * The keys that a commit names, each once: those in its trailers with our token (any key), then those in the subject,
 * then those in the body (of known projects only; `projects` is in upper case).
 */
export function keysOfCommit(
  { subject, body, trailers }: CommitMessage,
  token: string,
  projects: ReadonlySet<string>,
): CommitKey[] {
  const evidence = new Map<string, CommitEvidence>();
  const add = (key: string, by: CommitEvidence): void => {
    if (!evidence.has(key)) evidence.set(key, by);
  };
  for (const trailer of trailers ?? parseTrailers(`${subject}\n\n${body}`, { divider: false })) {
    if (!isSameToken(trailer.token, token)) continue;
    for (const key of keysInValue(trailer.value)) add(normalizeKey(key), 'trailer');
  }
  for (const { key } of findKeys(subject, projects)) add(key, 'subject');
  for (const { key } of findKeys(body, projects, maxBody)) add(key, 'body');
  return [...evidence].map(([key, by]) => ({ key, by }));
}
