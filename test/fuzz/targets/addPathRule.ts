import { assertAddsRule } from '../../support/paths/assertAddsRule';

/** The last line is the path, a folder's if it ends with a slash: its rule is declined, or changes no other. */
export function fuzz(data: Buffer): void {
  const text = data.toString('utf8');
  const at = text.lastIndexOf('\n');
  const last = text.slice(at + 1);
  // A name with a carriage return in it is refused before.
  const path = last.replaceAll('\r', '').replace(/^\/+|\/+$/g, '');
  assertAddsRule(text.slice(0, at + 1), { path, isFolder: last.endsWith('/'), key: 'NEW-1' });
}
