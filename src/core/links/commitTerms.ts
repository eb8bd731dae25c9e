import { normalizeKey } from '../goal/goalKey';
import { findKeys } from '../references/goalKeys';
import { meaningOfToken } from '../references/referenceTokens';
import { referencesInValue } from '../references/referencesInValue';
import type { CommitEvidence } from './link';
import type { ReferenceRules } from './referenceRules';

/** A reference that stands somewhere in a commit. */
export interface TermReference {
  /** The goal's key in the form in which keys are compared; what was written where it names no known goal. */
  readonly key: string;
  /** As it was written. */
  readonly text: string;
  /** What the token of the trailer says, where it stands in one. */
  readonly by?: CommitEvidence;
}

/**
 * What a trailer names. Ours may hold any key: the person meant a goal, and an unknown one is worth a
 * warning. Other trailers hold whatever their tools write, so that only known goals count there.
 */
export function referencesInTrailer(token: string, value: string, rules: ReferenceRules): TermReference[] {
  const texts = referencesInValue(value);
  if (token.toLowerCase() === rules.trailer.toLowerCase()) {
    return texts.map((text) => ({ key: rules.keyOf?.(text) ?? normalizeKey(text), text, by: 'trailer' }));
  }
  const meaning = meaningOfToken(token, rules.referenceTrailers);
  if (meaning === undefined) return [];
  const by = meaning === 'closing' ? 'closingKeyword' : 'referenceTrailer';
  return texts.flatMap((text): TermReference[] => {
    // People leave the sign out where the token says what follows: `Closes-Bug: 142`.
    const key = rules.keyOf?.(text) ?? (/^[1-9]\d{0,9}$/.test(text) ? rules.keyOf?.(`#${text}`) : undefined);
    if (key !== undefined) return [{ key, text, by }];
    return findKeys(text, rules.projects)
      .filter((found) => found.text === text)
      .map((found) => ({ key: found.key, text, by }));
  });
}

/** The keys of known projects in a text, as those of the goals that they name now. */
export function keysInText(text: string, rules: ReferenceRules, limit?: number): TermReference[] {
  return findKeys(text, rules.projects, limit).flatMap((found) => {
    // A name of ours may be a word to others: `gitlab-runner-2` is a host.
    const isOurs = rules.invented?.has(found.key.slice(0, found.key.lastIndexOf('-')));
    if (isOurs && found.text !== found.key) return [];
    return [{ key: rules.keyOf?.(found.text) ?? found.key, text: found.text }];
  });
}
