/** No landing names more pull requests than this. */
const maxFound = 8;
const subjectForms = [
  /\((?:#|pull request #|PR #)([1-9]\d{0,8})\)\s*$/i,
  /^Merge pull request #([1-9]\d{0,8})\b/,
  /^Merged PR ([1-9]\d{0,8}):/,
  /^Merged in \S+ \(pull request #([1-9]\d{0,8})\)/,
];
const gitlab = /^See merge request ([\w./-]{0,200})!([1-9]\d{0,8})[ \t]*$/gm;
const address =
  /^(?:PR-URL|Pull-Request(?:-URL)?|Pull-request):[ \t]*(?:#([1-9]\d{0,8})|(https?:\/\/\S{1,1024}))[ \t]*$/gim;

/**
 * The pull requests that a commit says landed it, as `!4321`, `acme/shop!4321` or `!https://…`: recognizes the forms
 * that GitHub, GitLab, Azure DevOps, Bitbucket and common tools write. A pull request that is merely mentioned does not
 * count.
 */
export function landedPullRequests(subject: string, body: string): string[] {
  const found = new Set<string>();
  for (const form of subjectForms) {
    const number = form.exec(subject.slice(-600))?.[1] ?? form.exec(subject.slice(0, 600))?.[1];
    if (number !== undefined) found.add(`!${number}`);
  }
  for (const [, place = '', number = ''] of body.matchAll(gitlab)) found.add(`${place}!${number}`);
  for (const [, number, url] of body.matchAll(address)) {
    found.add(`!${number ?? url ?? ''}`);
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
  const [, place = '', number] = /^([\w./-]{0,200})!([1-9]\d{0,8})$/.exec(text) ?? [];
  return number === undefined ? undefined : { number: Number(number), place: place.toLowerCase() };
}
