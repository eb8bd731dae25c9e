import { ellipsis } from './goalText';

/** Hosts look for these after rendering Markdown, when a backslash no longer helps, but an invisible space does. */
const references =
  /@(?=[\p{L}\p{N}_"<])|#(?=[\p{L}\p{N}_])|[!&^](?=\d)|&(?=#|\w+;)|[%~](?=[\p{L}\p{N}"])|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/giu;
const invisible = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Escapes text that others wrote as one line of Markdown that says just that: no markup, mention, reference or link in
 * it works.
 */
export function inline(text: string, max: number): string {
  const line = text
    .replace(invisible, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd');
  return ellipsis(line.trim(), max)
    .replace(references, '$&\u200b')
    .replace(/[\\`*[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^[-+#=>]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replaceAll('<', '&lt;');
}
