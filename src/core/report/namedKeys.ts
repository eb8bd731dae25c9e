import { keysOfCommit, type CommitKey } from '../links/commitKeys';
import { isSameToken, parseTrailers, trailerTokenOf, type Trailer } from '../message/trailers';
import { normalizeKey } from '../goal/goalKey';
import { keysInValue } from '../references/goalKeys';

/** What decides which words of a message are keys. */
export interface NamingRules {
  /** The token of our trailer. */
  readonly trailer: string;
  /** The project parts of the known keys, in upper case. */
  readonly projects: ReadonlySet<string>;
}

/** A commit's own words. */
export interface CommitWords {
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
 * The keys that a commit names, in its trailers, its subject, its body or its note. `Initiative: none (reason)` says
 * that there is none: `none` is a reserved word and never a key.
 */
export function namedKeys({ subject, body, note }: CommitWords, rules: NamingRules): NamedKeys {
  const trailers = body === '' ? [] : parseTrailers(`${subject}\n\n${body}`, { divider: false });
  const ours = [...trailers, ...trailersOfNote(note)].filter(({ token }) =>
    isSameToken(token, rules.trailer),
  );
  const inMessage: CommitKey[] = keysOfCommit({ subject, body, trailers }, rules.trailer, rules.projects);
  const inNote = trailersOfNote(note)
    .filter(({ token }) => isSameToken(token, rules.trailer))
    .flatMap(({ value }) => keysInValue(value).map(normalizeKey));
  const keys = [...new Set([...inMessage.map(({ key }) => key), ...inNote])].filter((key) => key !== 'NONE');
  const none = ours.map(({ value }) => withoutGoalIn(value)).find((reason) => reason !== undefined);
  return { keys, withoutGoal: none };
}

/** The reason in a trailer's value `none (reason)`, empty where none is given; undefined where it says something else. */
export function withoutGoalIn(value: string): string | undefined {
  const found = reserved.exec(value);
  return found ? (found[1] ?? '').trim() : undefined;
}

/** Every line of a note counts, as `git notes merge` puts the paragraphs of two notes below one another. */
function trailersOfNote(note: string): Trailer[] {
  if (note === '') return [];
  return note.split('\n').flatMap((line) => {
    const token = trailerTokenOf(line);
    return token === undefined ? [] : { token, value: line.slice(line.indexOf(':') + 1).trim() };
  });
}
