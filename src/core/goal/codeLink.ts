/** Code that a goal's own tracker ties to it, as reported with the goal. */
export type CodeLink =
  | {
      readonly kind: 'branch';
      readonly name: string;
      readonly repository?: LinkedRepository;
      /** The number of the branch's pull request. */
      readonly pullRequest?: number;
    }
  | {
      readonly kind: 'pullRequest';
      readonly number: number;
      readonly repository?: LinkedRepository;
      /** Whether it closes the goal, rather than only mentioning it. */
      readonly isClosing?: true;
    }
  | { readonly kind: 'commit'; readonly sha: string };

/** Code that a tracker ties to one of its goals, reported separately from the goal. */
export interface CodeTie {
  /** The goal's key. */
  readonly key: string;
  readonly link: CodeLink;
}

/**
 * Host and path in lower case, as in `Remote`: `github.com/acme/shop`. A trailing slash means any repository below that
 * place; absent means any repository.
 */
type LinkedRepository = string;

const maxLinks = 60;
const maxName = 255;
const maxRepository = 512;
const shaSyntax = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Names that git does not allow, or that a person could not make out. */
const notInName = /[\p{Cc}\p{Cf}\s~^:?*[\\]|\.\.|@\{|^[-/]|\/$/u;
const sharedBranch = /^(?:main|master|trunk|dev|develop|development|default|staging|production|HEAD)$/i;

/** Whether a branch with this name carries work for every goal, so that it says nothing about one. */
export function isSharedBranch(name: string): boolean {
  return sharedBranch.test(name);
}

/** The usable links, each once: what a tracker sends is not trusted. */
export function usableLinks(links: readonly CodeLink[]): CodeLink[] {
  const found = new Map<string, CodeLink>();
  for (const link of links) {
    const id = JSON.stringify(link);
    if (found.size < maxLinks && isUsable(link) && !found.has(id)) found.set(id, link);
  }
  return [...found.values()];
}

function isUsable(link: CodeLink): boolean {
  if (link.kind === 'commit') return shaSyntax.test(link.sha);
  if (link.repository !== undefined && !isRepository(link.repository)) return false;
  if (link.kind === 'pullRequest') return isNumber(link.number);
  const { name, pullRequest } = link;
  const isName = name !== '' && name.length <= maxName && !notInName.test(name);
  return isName && !isSharedBranch(name) && (pullRequest === undefined || isNumber(pullRequest));
}

function isNumber(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0;
}

function isRepository(text: string): boolean {
  return text.length <= maxRepository && /^[^\s/\p{Cc}]+\/\S*$/u.test(text);
}
