import { keyNumberEnd } from '../../core/references/goalKeys';

// What the core's `isKey` and `findKeys` accept as part of a key or word; a test keeps them in step.
const keyPart = /^[\p{L}\p{N}_./#&+~-]$/u;
const isAsciiKeyPart = Array.from({ length: 128 }, (_, code) => keyPart.test(String.fromCharCode(code)));

/** A key has at most 64 UTF-16 units, and the unit before it decides whether it is one. */
const maxBefore = 65;
/** Longer runs without a space are data, not prose; the rest of such a run is left out. */
const maxText = 256;

/**
 * The parts of a text that hold every key `PROJECT-NUMBER` that `findKeys` could find in it, whatever the projects:
 * searched one by one, they give the same keys as the whole text. Searches up to `limit`, in UTF-16 units.
 */
export function keyTexts(text: string, limit: number): string[] {
  const parts: { start: number; end: number; runEnd: number }[] = [];
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
    const runEnd = keyNumberEnd(text, dash + 1);
    if (runEnd === undefined) continue;
    const start = runStart(text, dash);
    if (start >= limit) break;
    if (start === dash) continue;
    const last = parts.at(-1);
    if (!last || start >= last.runEnd) {
      parts.push({ start, end: runEnd, runEnd });
    } else {
      // A part that started inside a run could start inside a key and turn it into another.
      if (runEnd - last.start <= maxText) last.end = runEnd;
      last.runEnd = runEnd;
    }
  }
  return parts
    .filter(({ start, end }) => end - start <= maxText)
    .map(({ start, end }) => text.slice(start, end));
}

/** Where the key parts that end at the dash start. */
function runStart(text: string, dash: number): number {
  let start = dash;
  while (start > 0 && dash - start < maxBefore) {
    const code = text.charCodeAt(start - 1);
    if (code < 128) {
      if (!isAsciiKeyPart[code]) break;
      start -= 1;
      continue;
    }
    const pair = start > 1 ? (text.codePointAt(start - 2) ?? 0) : 0;
    const part = pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(start - 1);
    if (!keyPart.test(part)) break;
    start -= part.length;
  }
  return start;
}
