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
const endsInNumber = /[-#&/]\d+$/;
const keySyntax = /^[\p{L}\p{N}](?:[\p{L}\p{N}_./#&+~-]{0,62}[\p{L}\p{N}])?$/u;

/**
 * The keys `PROJECT-NUMBER` in a text, each once, in order of appearance. Only known projects count, in any case, and
 * only where no Latin letter or digit stands right before or after; `projects` is in upper case. A key that starts at
 * `limit` or beyond is not looked for.
 */
export function findKeys(
  text: string,
  projects: ReadonlySet<string>,
  limit: number = maxBranchName,
): FoundKey[] {
  const lengths = [...new Set([...projects].map((project) => project.length))].sort((a, b) => b - a);
  const found = new Map<string, FoundKey>();
  let taken = 0;
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
    const index = projectStart(text, taken, dash, projects, lengths);
    if (index === undefined) continue;
    if (index >= limit) break;
    const end = numberEnd(text, dash + 1);
    if (end === undefined) continue;
    const written = text.slice(index, end);
    const key = normalizeKey(written);
    if (!found.has(key)) found.set(key, { key, text: written, index });
    taken = end;
  }
  return [...found.values()];
}

/**
 * The number with which a part of a branch name begins, as GitHub and GitLab name branches for issues: 142 of
 * `142-retry-payments` and of `fix/142`. A number that is only a part of more (`2.0`, `7days`) is none.
 */
export function leadingNumber(branch: string): number | undefined {
  const [, digits] = /(?:^|\/)#?([1-9]\d{0,8})(?=[-_/]|$)/.exec(branch.slice(0, maxBranchName)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a text can be a goal's key: 1 to 64 letters, digits and `_ . / # & + ~ -`, a letter or digit at both ends. */
export function isKey(text: string): boolean {
  return keySyntax.test(text);
}

/**
 * The keys in a trailer's value, which separates them by commas or spaces. Beside other words only keys that end in a
 * number are told from prose.
 */
export function keysInValue(value: string): string[] {
  return value.split(/[,;]/).flatMap((part) => {
    const words = part.split(/\s/).filter(Boolean);
    return words.filter((word) => isKey(word) && (words.length === 1 || endsInNumber.test(word)));
  });
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
        projects.has(normalizeKey(text.slice(start, dash))),
    );
}

/** Where the number that starts here ends, unless a letter follows it. */
function numberEnd(text: string, from: number): number | undefined {
  let end = from;
  while (isDigit.test(text.charAt(end))) end += 1;
  return isWordPart.test(text.charAt(end)) ? undefined : end;
}
