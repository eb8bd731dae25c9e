import { keysOfCommit } from '../links/commitKeys';
import type { ReferenceRules } from '../links/referenceRules';
import { trailersInParagraphs } from '../message/trailerParagraphs';
import { isSameToken, trailerTokenOf } from '../message/trailers';

/** A commit's own words. */
export interface CommitWords {
  /** Its full name, by which trackers know it. */
  readonly sha?: string;
  readonly subject: string;
  readonly body: string;
  /** Its note of `refs/notes/goals`; empty without one. */
  readonly note: string;
}

/** What a commit says about goals. */
export interface NamedKeys {
  /** Each once, in the form in which keys are compared. */
  readonly keys: readonly string[];
  /** The reason in `Initiative: none (reason)`, empty where none is given; undefined without such a trailer. */
  readonly withoutGoal: string | undefined;
}

const reserved = /^none(?:\s*[(:–-]\s*(.*?)\)?)?$/i;

/**
 * The keys of the goals that a commit names in any way that counts as a link of it. `Initiative: none
 * (reason)` means that the commit serves no goal; `none` is reserved and is never a key.
 */
export function namedKeys({ sha, subject, body, note }: CommitWords, rules: ReferenceRules): NamedKeys {
  let withoutGoal: string | undefined;
  const isReserved = (token: string, value: string): boolean => {
    const reason = isSameToken(token, rules.trailer) ? withoutGoalIn(value) : undefined;
    withoutGoal ??= reason;
    return reason !== undefined;
  };
  const trailers = trailersInParagraphs(subject, body).filter(
    ({ token, value }) => !isReserved(token, value),
  );
  const isKept = (line: string): boolean => {
    const token = trailerTokenOf(line);
    return token === undefined || !isReserved(token, line.slice(line.indexOf(':') + 1).trim());
  };
  const kept = note === '' ? '' : note.split('\n').filter(isKept).join('\n');
  const keys = keysOfCommit({ sha, subject, body, note: kept, trailers }, rules);
  return { keys: keys.map(({ key }) => key), withoutGoal };
}

/**
 * The reason in a trailer's value `none (reason)`, empty where none is given; undefined where
 * it says something else.
 */
export function withoutGoalIn(value: string): string | undefined {
  const found = reserved.exec(value);
  return found ? (found[1] ?? '').trim() : undefined;
}
