import { tagsInMessage } from '../../../../src/core/editing/commitMessage';
import { normalizeKey } from '../../../../src/core/goal/goalKey';

/** The keys in our trailers, each once, in the form in which keys are compared. */
export function tagKeys(message: string, token: string): string[] {
  return [...new Set(tagsInMessage(message, token).map(({ text }) => normalizeKey(text)))];
}
