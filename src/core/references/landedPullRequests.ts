/** No landing names more pull requests than this. */
const maxFound = 8;
/** How much of either end of a subject is searched, in UTF-16 units. */
const maxSubject = 600;
const numberAtEnd = /\((?:#|pull request #|PR #)([1-9]\d{0,8})\)\s*$/i;
const mergeForms = [
  /^Merge pull request #([1-9]\d{0,8})\b/,
  /^Merged PR ([1-9]\d{0,8}):/,
  /^Merged in \S+ \(pull request #([1-9]\d{0,8})\)/,
];
const opening = 'See merge request ';
const gitlab = /^See merge request [\w./-]{0,200}![1-9]\d{0,8}[ \t]*$/gm;
const address =
  /^(?:PR-URL|Pull-Request(?:-URL)?):[ \t]*(?:#([1-9]\d{0,8})|(https?:\/\/\S{1,1024}))[ \t]*$/gim;

/**
 * The pull requests that a commit says landed it, as `!4321`, `acme/shop!4321` or `!https://…`: recognizes the forms
 * that GitHub, GitLab, Azure DevOps, Bitbucket and common tools write. A pull request that is merely mentioned does not
 * count.
 */
export function landedPullRequests(subject: string, body: string): string[] {
  const found = new Set<string>();
  const add = (request: string | undefined): void => {
    if (request !== undefined) found.add(`!${request}`);
  };
  // Histories are long, and a plain search rules out most commits faster than an expression does.
  if (subject.includes('#')) add(numberAtEnd.exec(subject.slice(-maxSubject))?.[1]);
  for (const form of mergeForms) add(form.exec(subject.slice(0, maxSubject))?.[1]);
  if (body.includes(opening)) {
    for (const [line] of body.matchAll(gitlab)) found.add(line.slice(opening.length).trim());
  }
  if (body.includes('#') || body.includes('://')) {
    for (const [, number, url] of body.matchAll(address)) add(number ?? url);
  }
  return [...found].slice(0, maxFound);
}

/**
 * A pull request and its place: a repository's path or the end of one, an address, or empty for the repository at hand.
 */
export type LandedPullRequest =
  { readonly number: number; readonly place: string } | { readonly address: string };

/** Parses what `landedPullRequests` returns; undefined for any other text. */
export function readPullRequest(text: string): LandedPullRequest | undefined {
  if (/^!https?:\/\//.test(text)) return { address: text.slice(1) };
  const [, place, number] = /^([\w./-]{0,200})!([1-9]\d{0,8})$/.exec(text) ?? [];
  return place === undefined ? undefined : { number: Number(number), place: place.toLowerCase() };
}
