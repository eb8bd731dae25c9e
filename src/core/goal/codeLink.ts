/** Code that a goal's own tracker ties to it, as far as it says so beside the goal. */
export type CodeLink =
  | {
      readonly kind: 'branch';
      readonly name: string;
      readonly repository?: LinkedRepository;
      /** The number of the pull request whose branch it is. */
      readonly pullRequest?: number;
    }
  | {
      readonly kind: 'pullRequest';
      readonly number: number;
      readonly repository?: LinkedRepository;
      /** Whether the goal is closed by it, and not only mentioned. */
      readonly isClosing?: true;
    }
  | { readonly kind: 'commit'; readonly sha: string };

/** Code that a tracker ties to one of its goals, told apart from the goal. */
export interface CodeTie {
  /** The goal's key. */
  readonly key: string;
  readonly link: CodeLink;
}

/**
 * Host and path in lower case, as in `Remote`: `github.com/acme/shop`. With a slash at the end it is any
 * repository below that place. Where a tracker does not say it, it is any repository.
 */
type LinkedRepository = string;

const maxLinks = 60;
const maxName = 255;
const maxRepository = 512;
const shaSyntax = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Git allows no such name, or a person would not see what it is. */
const notInName = /[\p{Cc}\p{Cf}\s~^:?*[\\]|\.\.|@\{|^[-/]|\/$/u;
const sharedBranch = /^(?:main|master|trunk|dev|develop|development|default|staging|production|HEAD)$/i;

/** Whether work of every goal passes through a branch of this name, so that it says nothing. */
export function isSharedBranch(name: string): boolean {
  return sharedBranch.test(name);
}

/** The links that can be used, each once: what a tracker gives is not trusted. */
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
