/** What a branch name is made from. */
export interface BranchFields {
  /** How the goal is named: `SHOP-142`, or `142` if its tracker only numbers its items. */
  readonly key: string;
  readonly title: string;
  readonly level: string;
}

/** The most characters in a name: longer ones are hard to read where they are shown, and some systems refuse them. */
const maxLength = 60;

/**
 * Makes a branch name from a template with the fields `{key}`, `{title}` and `{level}`: always one that git allows,
 * with at most 60 characters from the template; the title is shortened first.
 */
export function branchNameFor(template: string, { key, title, level }: BranchFields): string {
  const fill = (words: string): string =>
    cleaned(
      template.replace(/\{(key|title|level)\}/g, (_, field: string) =>
        field === 'title' ? words : field === 'key' ? key : level,
      ),
    );
  let words = slug(title);
  while (fill(words).length > maxLength && words !== '') {
    const end = words.lastIndexOf('-');
    words = words.slice(0, end < 0 ? 0 : end);
  }
  const name = cleaned(Array.from(fill(words)).slice(0, maxLength).join(''));
  return name === '' ? cleaned(key) || 'work' : name;
}

/** The rules of `git check-ref-format --branch`. */
export function isBranchName(name: string): boolean {
  return (
    name !== '' &&
    name !== 'HEAD' &&
    !/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$|^@$/.test(name) &&
    name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'))
  );
}

/** The name, or else the first of `name-2`, `name-3`, … that no branch has or keeps as a folder. */
export function freeBranchName(name: string, taken: ReadonlySet<string>): string {
  const isTaken = (each: string): boolean => branchInTheWay(each, taken)?.startsWith(each) === true;
  let free = name;
  for (let number = 2; isTaken(free); number += 1) free = `${name}-${number}`;
  return free;
}

/** The branch that keeps git from creating one of this name: it has the name, or one would be a folder of the other. */
export function branchInTheWay(name: string, taken: ReadonlySet<string>): string | undefined {
  return [...taken].find((each) => `${each}/`.startsWith(`${name}/`) || name.startsWith(`${each}/`));
}

/**
 * A title in the form used in branch names. Latin letters lose their accents, as they are often typed without; in other
 * scripts a word without its marks is another word.
 */
function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+|(?<![\p{L}\p{M}])\p{M}+/gu, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
}

/** Removes what git does not allow, and what an empty field leaves behind. */
function cleaned(name: string): string {
  const parts = name
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}]|[\x00-\x20\x7f~^:?*[\\\uFFFD]|@\{/gu, '-')
    .split('/')
    .map((part) =>
      part
        .replace(/\.{2,}/g, '.')
        .replace(/-{2,}/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '')
        .replace(/(\.lock)+$/, ''),
    )
    .map((part) => part.replace(/[-.]+$/, ''))
    .filter((part) => part !== '' && part !== '@');
  return parts.length === 1 && parts[0] === 'HEAD' ? '' : parts.join('/');
}
