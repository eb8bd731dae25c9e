import { isSameToken } from '../../core/message/trailers';
import { withoutEnd } from '../../core/withoutEnd';
import { normalizeKey } from '../../core/goal/goalKey';
import { referencesInValue } from '../../core/references/referencesInValue';
import { parseTrailers, trailerTokenOf } from '../../core/message/trailers';

/**
 * The keys that a note's trailers name, each once, in the form in which keys are compared. Every paragraph counts, as
 * `git notes merge` puts those of two notes one below the other.
 */
export function keysOfNote(note: string, trailer: string): string[] {
  return [...new Set(note.split('\n').flatMap((line) => keysOfLine(line, trailer)))];
}

/** The note with these keys in place of its own; all other text stays. */
export function editNote(note: string, trailer: string, keys: readonly string[]): string {
  const wanted = new Map(keys.map((key) => [normalizeKey(key), key]));
  const named = keysOfNote(note, trailer);
  if (wanted.size === named.length && named.every((key) => wanted.has(key))) return note;

  const others = note.split('\n').filter((line) => keysOfLine(line, trailer).length === 0);
  const rest = withoutEnd(others.join('\n'), ' \t\r\n');
  const ours = [...wanted.values()].map((key) => `${trailer}: ${key}\n`).join('');
  if (rest === '') return ours;
  if (ours === '') return `${rest}\n`;
  const endsInTrailers = parseTrailers(`title\n\n${rest}\n`, { divider: false }).length > 0;
  return `${rest}${endsInTrailers ? '\n' : '\n\n'}${ours}`;
}

function keysOfLine(line: string, trailer: string): string[] {
  const token = trailerTokenOf(line);
  if (token === undefined || !isSameToken(token, trailer)) return [];
  return referencesInValue(line.slice(line.indexOf(':') + 1)).map(normalizeKey);
}
