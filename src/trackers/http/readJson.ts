/** Texts up to this length are parsed without a look at what they hold, in characters. */
const lookedIntoFrom = 256 * 1024;
/** No tracker's answer is nested deeper; a parser takes seconds for megabytes of brackets. */
const maxDepth = 200;
/** Fifty thousand entries have fewer values; 18 MB of empty lists hold the host up for seconds. */
const maxValues = 1_000_000;

/** The value of a JSON text; undefined if it is not JSON, or nested deeper or in more pieces than any answer. */
export function readJson(text: string): unknown {
  if (text.length > lookedIntoFrom && isTooMuch(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isTooMuch(text: string): boolean {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      // Skip to the end of the string: brackets in it are text.
      do at = text.indexOf('"', at + 1);
      while (at >= 0 && isEscaped(text, at));
      if (at < 0) return false;
    } else if (character === '[' || character === '{') {
      depth += 1;
      values += 1;
    } else if (character === ']' || character === '}') depth -= 1;
    else if (character === ',') values += 1;
    if (depth > maxDepth || values > maxValues) return true;
  }
  return false;
}

/** Whether an odd number of backslashes precedes a quote. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === '\\') from -= 1;
  return (at - from) % 2 === 1;
}
