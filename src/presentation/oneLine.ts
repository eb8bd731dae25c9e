/** Control characters, and those that reorder or hide the text around them. */
const unprintable =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]+/gu;

/** Puts text that others wrote on one line that says just what is seen: a terminal must not obey it. */
export function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(unprintable, '');
}

/** The same for a text of several lines, which it keeps. */
export function eachLine(text: string): string {
  return text.split('\n').map(oneLine).join('\n');
}
