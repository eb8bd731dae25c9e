import { normalizeKey } from '../goal/goalKey';

/** A goal key that stands in a text. */
export interface FoundKey {
  /** In the form in which keys are compared. */
  readonly key: string;
  /** As it was written. */
  readonly text: string;
  /** Where it starts, in UTF-16 offsets. */
  readonly index: number;
}

/** No branch name is longer: git keeps each as a path, and Linux allows a path 4,096 bytes. */
const maxBranchName = 4096;
const isDigit = /^\d$/;
// Scripts that write words without spaces (Chinese, Japanese) do stand right beside a key, so they are borders.
const isWordPart = /^[\p{Script=Latin}\p{Nd}]$/u;
const isUpper = /^[A-Z]$/;
/** After a dot: a version or a file's ending, not the next sentence. */
const goesOn = /^[a-z\d]$/;
const monthAndDay = /^-[01]\d-[0-3]\d(?:\D|$)/;
const keySyntax = /^[\p{L}\p{N}](?:[\p{L}\p{N}_./#&+~-]{0,62}[\p{L}\p{N}])?$/u;

/**
 * The keys `PROJECT-NUMBER` in a text, each once, in order of appearance. Only known projects count, in any case, and
 * only where no Latin letter or digit stands right before or after: versions, dates, file names and longer
 * project names (`SHOP-2.3.1`, `SHOP-2024-10-01`, `SHOP-3.jar`, `MY_SHOP-7`) are none. `projects` is in upper
 * case. A key that starts at
 * `limit` or beyond is not looked for.
 */
export function findKeys(
  text: string,
  projects: ReadonlySet<string>,
  limit: number = maxBranchName,
): FoundKey[] {
  const found = new Map<string, FoundKey>();
  for (const each of eachKey(text, projects, limit)) if (!found.has(each.key)) found.set(each.key, each);
  return [...found.values()];
}

/** As `findKeys`, but every place where a key stands. */
export function* eachKey(
  text: string,
  projects: ReadonlySet<string>,
  limit: number,
): Generator<FoundKey, void> {
  const lengths = [...new Set([...projects].map((project) => project.length))].sort((a, b) => b - a);
  let taken = 0;
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
    const index = projectStart(text, taken, dash, projects, lengths);
    if (index === undefined) continue;
    if (index >= limit) break;
    const end = keyNumberEnd(text, dash + 1);
    if (end === undefined) continue;
    const written = text.slice(index, end);
    yield { key: normalizeKey(written), text: written, index };
    taken = end;
  }
}

/**
 * Whether a text can be a goal's key: 1 to 64 letters, digits and `_ . / # & + ~ -`, a letter
 * or digit at both ends.
 */
export function isKey(text: string): boolean {
  return keySyntax.test(text);
}

/** Where the longest known project that ends at the dash starts. */
function projectStart(
  text: string,
  from: number,
  dash: number,
  projects: ReadonlySet<string>,
  lengths: readonly number[],
): number | undefined {
  if (!isDigit.test(text.charAt(dash + 1))) return undefined;
  return lengths
    .map((length) => dash - length)
    .find(
      (start) =>
        start >= from &&
        !isWordPart.test(text.charAt(start - 1)) &&
        !isInLongerName(text, start) &&
        projects.has(normalizeKey(text.slice(start, dash))),
    );
}

/**
 * `JIR` in `JSP_JIR-3`: names of projects may hold underscores. `feature_SHOP-3` and
 * `SHOP-1_SHOP-3` only join words.
 */
function isInLongerName(text: string, start: number): boolean {
  return (
    text.charAt(start - 1) === '_' && isUpper.test(text.charAt(start - 2)) && isUpper.test(text.charAt(start))
  );
}

/**
 * Where the number of a key that starts here ends; undefined where none does, or where it
 * goes on as something else.
 */
export function keyNumberEnd(text: string, from: number): number | undefined {
  let end = from;
  while (isDigitCode(text.charCodeAt(end))) end += 1;
  if (end === from) return undefined;
  const next = text.charAt(end);
  if (next === '') return end;
  if (isWordPart.test(next)) return undefined;
  if (next === '.' && goesOn.test(text.charAt(end + 1))) return undefined;
  const isYear = end - from === 4;
  return isYear && next === '-' && monthAndDay.test(text.slice(end, end + 7)) ? undefined : end;
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
