import type { TrackerKind } from './connection/trackerKind';
import { factsOf } from './registry';

/**
 * The address of a tracker's API, from what a person types or pastes: a bare host, one of its pages, or the whole
 * address. Anything that is not a web address, or names a user, stays as it is for the check that refuses it.
 */
export function typedAddress(kind: TrackerKind, typed: string): string {
  const text = typed.trim();
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(whole)) return text;
  const page = new URL(whole);
  const isWeb = page.protocol === 'https:' || page.protocol === 'http:';
  // `https://github.com@evil.example` only looks like GitHub.
  if (!isWeb || page.username !== '' || page.password !== '') return text;
  return factsOf(kind).address.ofPage(page);
}
