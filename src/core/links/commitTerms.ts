import { normalizeKey } from '../goal/goalKey';
import { findKeys, projectOfKey } from '../references/goalKeys';
import { meaningOfToken } from '../references/referenceTokens';
import { referencesInValue } from '../references/referencesInValue';
import type { CommitEvidence } from './link';
import type { ReferenceRules } from './referenceRules';

/** A reference somewhere in a commit. */
export interface TermReference {
  /** The goal's key, normalized for comparison; the text as written if it names no known goal. */
  readonly key: string;
  /** As it was written. */
  readonly text: string;
  /** What the trailer's token says, if the reference is in a trailer. */
  readonly by?: CommitEvidence;
}

type TrailerReference = TermReference & { readonly by: CommitEvidence };

/**
 * The references in a trailer. Ours may hold any key: the person meant a goal, and an unknown one is worth a warning.
 * Other trailers hold whatever their tools write, so only known goals count there.
 */
export function referencesInTrailer(token: string, value: string, rules: ReferenceRules): TrailerReference[] {
  if (token.toLowerCase() === rules.trailer.toLowerCase()) {
    return referencesInValue(value).map((text) => ({
      key: rules.keyOf?.(text) ?? normalizeKey(text),
      text,
      by: 'trailer',
    }));
  }
  const meaning = meaningOfToken(token, rules.referenceTrailers);
  if (meaning === undefined) return [];
  const by = meaning === 'closing' ? 'closingKeyword' : 'referenceTrailer';
  return referencesInValue(value).flatMap((text): TrailerReference[] => {
    // People leave out the sign if the token says what follows: `Closes-Bug: 142`.
    const key = rules.keyOf?.(text) ?? (/^[1-9]\d{0,9}$/.test(text) ? rules.keyOf?.(`#${text}`) : undefined);
    if (key !== undefined) return [{ key, text, by }];
    return findKeys(text, rules.projects)
      .filter((found) => found.text === text && rules.listed?.has(projectOfKey(found.key)) !== true)
      .map((found) => ({ key: found.key, text, by }));
  });
}

/** The keys of known projects in a text, resolved to the goals that they name now. */
export function keysInText(text: string, rules: ReferenceRules, limit?: number): TermReference[] {
  return findKeys(text, rules.projects, limit).flatMap((found) => {
    // A project name that we made up may be an ordinary word to others: `gitlab-runner-2` is a host.
    const project = projectOfKey(found.key);
    if (rules.invented?.has(project) && found.text !== found.key) return [];
    const key = rules.keyOf?.(found.text);
    if (key === undefined && rules.listed?.has(project)) return [];
    return [{ key: key ?? found.key, text: found.text }];
  });
}
