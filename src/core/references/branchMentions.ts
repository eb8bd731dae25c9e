/** A number in a branch's name, in the spelling that `readMention` accepts. */
export interface BranchMention {
  /** `#142`, `AB#142`. */
  readonly reference: string;
  /** As it appears in the name. */
  readonly text: string;
  /** Whether nothing but the number suggests an item: no sign, and no word such as "issue". */
  readonly isBare: boolean;
  /** What follows it in the name, for comparison with the goal's title. */
  readonly rest: string;
}

const maxBranchName = 4096;
const maxFound = 8;
/** Branches that tools and release managers number in their own way. */
const otherNumbers =
  /^(?:(?:origin|refs|heads|remotes)\/)*(?:dependabot|renovate|snyk|releases?|rel|stable|versions?|v|tags?|merge-requests?|pull-requests?|pulls?|pr|mr|backports?|maint|support|vendor|cherry-pick[\w-]*|revert-\d+)(?:[/-]|$)/i;
/** Words that mark a number as an item's, with or without something in between. */
const itemWord =
  /(?:^|[-_.])(issues?|iss|gh|bugs?|bz|lp|tickets?|tasks?|ab|tfs|us|wi|redmine|rm)[-_#]{0,2}([1-9]\d{0,8})(?![\p{L}\p{N}.])/iu;
const workWord =
  /^(?:(?:hot|bug)?fix(?:es)?(?:[-_#]|(?=\d{3}))|(?:feature|feat|close[sd]?|story|refs?)[-_#])([1-9]\d{0,8})(?![\p{L}\p{N}.])/iu;
const signed = /(?:^|[-_])#([1-9]\d{0,8})(?![\p{L}\p{N}.])/u;
const leading = /^([1-9]\d{0,8})(?=[-_]|$)/;
/** A number that ends the name, too long for a status code, and neither a year nor a month: `no_color_6495`. */
const trailing = /^(.*\p{L}[-_])((?!(?:19|20)\d\d(?:0[1-9]|1[0-2])?$)[1-9]\d{3,5})$/u;
/**
 * What precedes a number that is not an item's: the key of an unknown project (`DS-4548`), or a kind numbered
 * separately.
 */
const otherProject = /(?:^|[-_])[A-Z][A-Z\d]+-$/;
const request = /(?:^|[-_])(?:pr|mr|pull|request)[-_]$/i;
/** A version or a date: another number right behind the first. */
const goesOn = /^[-_.]\d+(?![\p{L}\p{N}])/u;
/** Too long for a version or year: after a word, it is an item's even if another number follows (`bug-548323-25.0`). */
const tooLong = /^\d{5,6}$/;
/** What may follow a number that is too long for a version and not a year: `issue-1142_2`. */
const furtherTry = /^(?!(?:19|20)\d\d[-_])\d{3,}[-_]\d$/;

/** The item numbers in a branch's name, as people and tools write them; versions and dates do not count. */
export function numbersInBranch(branch: string): BranchMention[] {
  if (branch.length > maxBranchName || otherNumbers.test(branch)) return [];
  const found: BranchMention[] = [];
  const parts = branch.split('/');
  for (const [at, part] of parts.entries()) {
    if (found.length >= maxFound) break;
    const mention = inPart(part, parts[at - 1] ?? '');
    if (mention && !found.some(({ reference }) => reference === mention.reference)) found.push(mention);
  }
  return found;
}

function inPart(part: string, before: string): BranchMention | undefined {
  const number = leading.exec(part);
  if (number) {
    const [text, digits = ''] = number;
    const rest = part.slice(text.length);
    const isBare = !/^(?:issues?|gh|bugs?|tickets?|tasks?|ab|tfs|us|wi)$/i.test(before);
    if (goesOn.test(rest) && (isBare || !tooLong.test(digits))) return undefined;
    return { reference: `${isAzure(before)}#${digits}`, text: digits, isBare, rest };
  }
  for (const syntax of [itemWord, signed, workWord]) {
    const match = syntax.exec(part);
    if (!match) continue;
    const digits = match.at(-1) ?? '';
    const rest = part.slice(match.index + match[0].length);
    const isOther = goesOn.test(rest) && !tooLong.test(digits) && !furtherTry.test(digits + rest);
    if (isOther) return undefined;
    return {
      reference: `${isAzure(match[1] ?? '')}#${digits}`,
      text: match[0].replace(/^[-_.]/, ''),
      isBare: false,
      rest,
    };
  }
  return atEnd(part);
}

function atEnd(part: string): BranchMention | undefined {
  const [, words, digits = ''] = trailing.exec(part) ?? [];
  if (words === undefined || otherProject.test(words) || request.test(words)) return undefined;
  return { reference: `#${digits}`, text: digits, isBare: true, rest: words };
}

function isAzure(word: string): 'AB' | '' {
  return /^(?:AB|TFS)$/i.test(word) ? 'AB' : '';
}
