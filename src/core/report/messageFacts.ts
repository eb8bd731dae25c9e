import type { ReferenceRules } from '../links/referenceRules';
import { namedKeys, type CommitWords } from './namedKeys';

/** The facts that a report needs from a commit's message; the message itself is not kept. */
export interface MessageFacts {
  /** The keys that it names, each once, normalized for comparison. */
  readonly keys: readonly string[];
  /** The reason in `Initiative: none (reason)`; empty if none is given. */
  readonly withoutGoal?: string;
  /** The full hashes of the commits that it reverts. */
  readonly reverts: readonly string[];
  /** The full hash of the commit that it was cherry-picked from. */
  readonly pickedFrom?: string;
  /** The Conventional Commits type before the colon, in lower case. */
  readonly type?: string;
  /** Whether the subject ends in `(#12)`, which forges add when they squash a pull request. */
  readonly isNumbered: boolean;
}

const nothing: MessageFacts = { keys: [], reverts: [], isNumbered: false };
const numbered: MessageFacts = { ...nothing, isNumbered: true };

const revertLine = /^This reverts commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)\b/gm;
const pickLine = /^\(cherry picked from commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)\)/gm;
const typeSyntax = /^([a-z]{1,20})(?:\([^()]{1,60}\))?!?: /i;
const numberSyntax = /\(#\d{1,9}\)$/;

/** Extracts the facts that a report needs from a commit's message. */
export function messageFacts(words: CommitWords, rules: ReferenceRules): MessageFacts {
  const { subject, body } = words;
  const { keys, withoutGoal } = namedKeys(words, rules);
  const reverts = shasIn(body, 'This reverts', revertLine);
  const pickedFrom = shasIn(body, '(cherry picked', pickLine).at(-1);
  const type = typeSyntax.exec(subject)?.[1]?.toLowerCase();
  const isNumbered = numberSyntax.test(subject);
  // Most commits of a large history have none of these facts: they share one object.
  if (keys.length + reverts.length === 0 && (withoutGoal ?? pickedFrom ?? type) === undefined) {
    return isNumbered ? numbered : nothing;
  }
  return {
    keys,
    reverts,
    isNumbered,
    ...(withoutGoal !== undefined && { withoutGoal }),
    ...(pickedFrom !== undefined && { pickedFrom }),
    ...(type !== undefined && { type }),
  };
}

/** Most bodies lack the line's opening words, and checking for those is faster. */
function shasIn(body: string, beginning: string, line: RegExp): string[] {
  return body.includes(beginning) ? Array.from(body.matchAll(line), ([, sha = '']) => sha) : [];
}
