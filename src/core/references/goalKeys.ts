import { normalizeKey } from '../goal/goalKey';

/** A goal key found in a text. */
export interface FoundKey {
  /** Normalized for comparison. */
  readonly key: string;
  /** As it was written. */
  readonly text: string;
  /** Start offset in UTF-16 units. */
  readonly index: number;
}

/** The project part of a key: `SHOP` of `SHOP-142`. */
export function projectOfKey(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}

/** No branch name is longer: git stores each as a path, and Linux limits paths to 4,096 bytes. */
const maxBranchName = 4096;
// Scripts written without spaces (Chinese, Japanese) may touch a key, so their characters count as boundaries.
const isWordPart = /^[\p{Script=Latin}\p{Nd}]$/u;
const isUpper = /^[A-Z]$/;
/** What may follow a dot in a version or a file extension, but not at the start of a sentence. */
const goesOn = /^[a-z\d]$/;
const monthAndDay = /^-[01]\d-[0-3]\d(?:\D|$)/;
const keySyntax = /^[\p{L}\p{N}](?:[\p{L}\p{N}_./#&+~-]{0,62}[\p{L}\p{N}])?$/u;

/**
 * Finds the keys `PROJECT-NUMBER` in a text, each once, in order of appearance. Keys match in any case, but only for
 * known projects (`projects`, in upper case) and with no Latin letter or digit right before or after: versions, dates,
 * file names and longer project names (`SHOP-2.3.1`, `SHOP-2024-10-01`, `SHOP-3.jar`, `MY_SHOP-7`) do not count.
 * Ignores keys that start at `limit` or later.
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

/** Like `findKeys`, but returns every occurrence. */
export function* eachKey(
  text: string,
  projects: ReadonlySet<string>,
  limit: number,
): Generator<FoundKey, void> {
  let taken = 0;
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
    if (!isDigitCode(text.charCodeAt(dash + 1))) continue;
    const index = projectStart(text, taken, dash, projects);
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
 * Whether a text can be a goal's key: 1 to 64 letters, digits and `_ . / # & + ~ -`, with a letter or digit at both
 * ends.
 */
export function isKey(text: string): boolean {
  return keySyntax.test(text);
}

const knownLengths = new WeakMap<ReadonlySet<string>, readonly number[]>();

/** The lengths of projects' names, longest first: found once, as a history has many texts and a catalog one set. */
function lengthsOf(projects: ReadonlySet<string>): readonly number[] {
  let lengths = knownLengths.get(projects);
  if (!lengths) {
    lengths = [...new Set([...projects].map((project) => project.length))].sort((a, b) => b - a);
    knownLengths.set(projects, lengths);
  }
  return lengths;
}

/** Where the longest known project that ends at the dash starts. */
function projectStart(
  text: string,
  from: number,
  dash: number,
  projects: ReadonlySet<string>,
): number | undefined {
  for (const length of lengthsOf(projects)) {
    const start = dash - length;
    const isProject =
      start >= from &&
      !isWordPart.test(text.charAt(start - 1)) &&
      !isInLongerName(text, start) &&
      projects.has(normalizeKey(text.slice(start, dash)));
    if (isProject) return start;
  }
  return undefined;
}

/**
 * `JIR` in `JSP_JIR-3`: project names may contain underscores. `feature_SHOP-3` and `SHOP-1_SHOP-3` only join words.
 */
function isInLongerName(text: string, start: number): boolean {
  return (
    text.charAt(start - 1) === '_' && isUpper.test(text.charAt(start - 2)) && isUpper.test(text.charAt(start))
  );
}

/**
 * Where the number of a key that starts here ends; undefined if there is none, or if it runs on into something else.
 */
export function keyNumberEnd(text: string, from: number): number | undefined {
  let end = from;
  while (isDigitCode(text.charCodeAt(end))) end += 1;
  if (end === from) return undefined;
  const next = text.charAt(end);
  if (isWordPart.test(next)) return undefined;
  if (next === '.' && goesOn.test(text.charAt(end + 1))) return undefined;
  const isYear = end - from === 4;
  return isYear && monthAndDay.test(text.slice(end, end + 7)) ? undefined : end;
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
