import { keysOfCommit } from '../links/commitKeys';
import type { ReferenceRules } from '../links/referenceRules';
import { trailersInParagraphs } from '../message/trailerParagraphs';
import { isSameToken, trailerTokenOf } from '../message/trailers';

/** What a commit itself says. */
export interface CommitWords {
  /** Its full hash, by which trackers know it. */
  readonly sha?: string;
  readonly subject: string;
  readonly body: string;
  /** Its note in `refs/notes/goals`; empty if there is none. */
  readonly note: string;
}

/** What a commit says about goals. */
export interface NamedKeys {
  /** Each once, normalized for comparison. */
  readonly keys: readonly string[];
  /** The reason in `Initiative: none (reason)`, empty if none is given; undefined without such a trailer. */
  readonly withoutGoal: string | undefined;
}

const reserved = /^none(?:\s*[(:–-]\s*(.*?)\)?)?$/i;

/**
 * The keys of the goals that a commit names in any way that counts as a link. `Initiative: none (reason)` means that it
 * serves no goal; `none` is reserved and never a key.
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

/** The reason in a trailer value `none (reason)`, empty if none is given; undefined for any other value. */
export function withoutGoalIn(value: string): string | undefined {
  const found = reserved.exec(value);
  return found ? (found[1] ?? '').trim() : undefined;
}
