import type { ReferenceRules } from '../links/referenceRules';
import { namedKeys, type CommitWords } from './namedKeys';

/** What a report needs of a commit's message; the message itself is not kept. */
export interface MessageFacts {
  /** The keys that it names, each once, in the form in which keys are compared. */
  readonly keys: readonly string[];
  /** The reason in `Initiative: none (reason)`; empty where none is given. */
  readonly withoutGoal?: string;
  /** The commits that it reverts, by their full names. */
  readonly reverts: readonly string[];
  /** The commit that it was cherry-picked from, by its full name. */
  readonly pickedFrom?: string;
  /** The type that Conventional Commits write before the colon, in lower case. */
  readonly type?: string;
  /** The subject ends in `(#12)`, as forges write it where they squash a pull request. */
  readonly isNumbered: boolean;
}

const nothing: MessageFacts = { keys: [], reverts: [], isNumbered: false };
const numbered: MessageFacts = { ...nothing, isNumbered: true };

const revertLine = /^This reverts commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)\b/gm;
const pickLine = /^\(cherry picked from commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)\)/gm;
const typeSyntax = /^([a-z]{1,20})(?:\([^()]{1,60}\))?!?: /i;
const numberSyntax = /\(#\d{1,9}\)$/;
/** Reads what a report needs of a commit's words. */
export function messageFacts(words: CommitWords, rules: ReferenceRules): MessageFacts {
  const { subject, body } = words;
  const { keys, withoutGoal } = namedKeys(words, rules);
  const isNumbered = numberSyntax.test(subject);
  const optional = {
    withoutGoal,
    pickedFrom: shasIn(body, '(cherry picked', pickLine).at(-1),
    type: typeSyntax.exec(subject)?.[1]?.toLowerCase(),
  };
  const reverts = shasIn(body, 'This reverts', revertLine);
  const said = Object.entries(optional).filter(([, value]) => value !== undefined);
  // Most commits of a large history say nothing of it: they share one object.
  if (keys.length + reverts.length + said.length === 0) return isNumbered ? numbered : nothing;
  return { keys, reverts, isNumbered, ...(Object.fromEntries(said) as Partial<MessageFacts>) };
}

/** Most bodies do not hold what the line begins with: that is found out faster. */
function shasIn(body: string, beginning: string, line: RegExp): string[] {
  return body.includes(beginning) ? Array.from(body.matchAll(line), ([, sha = '']) => sha) : [];
}
