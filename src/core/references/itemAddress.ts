import { trimSlashes } from './referenceStyle';

/** What an item's address says about it. */
export interface ItemAddress {
  /** Without its port, in lower case. */
  readonly host: string;
  /** The number with its sign: `#142`, or `&3` for an epic of GitLab. */
  readonly number?: string;
  /** The repository, project or group that numbers it, in lower case, below the tracker's own path if that is known. */
  readonly place?: string;
  /** The key in the address, in upper case: `SHOP-142` in Jira's and Linear's addresses. */
  readonly key?: string;
  /** The address, normalized for comparison. */
  readonly page: string;
}

const longest = 2048;
const numbered = /^[1-9]\d{0,9}$/;
const keyed = /^[\p{L}][\p{L}\p{N}._]*-\d{1,9}$/u;
/** Words that precede the name of an item without a number. */
const namedWords = new Set(['initiative', 'project', 'goal', '+spec', 'c']);
const itemWords = new Set(['issues', 'issue', 'work_items', 'epics', 'pull', 'bugs', '+bug', 'tickets']);

/**
 * Parses an address that leads to one item; undefined for all others, whatever numbers they contain.
 *
 * @param base the path below which the tracker serves its pages, if it is known
 */
export function readItemAddress(address: string, base = ''): ItemAddress | undefined {
  const parts = partsOf(address);
  if (!parts) return undefined;
  const { host, path, query, page } = parts;
  const isBelow = path.startsWith(`${base}/`);
  const segments = (isBelow ? path.slice(base.length + 1) : path).split('/');
  const key = [...segments.slice(-3), query.get('selectedissue') ?? ''].findLast((each) => keyed.test(each));
  if (key !== undefined) return { host, page, key: key.toUpperCase() };
  return numberIn(parts, segments, query);
}

/** Normalizes an address for comparison: drops the scheme, port, query, fragment and trailing slash. */
export function comparedAddress(address: string): string | undefined {
  return partsOf(address)?.page;
}

interface Parts {
  readonly host: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly page: string;
}

const boardWords = new Set(['_workitems', '_boards', '_backlogs', '_sprints', '_queries']);

function numberIn(parts: Parts, segments: readonly string[], query: Parts['query']): ItemAddress | undefined {
  const { host, page } = parts;
  const boards = segments.findIndex((each) => boardWords.has(each));
  if (boards >= 0) return ofBoards(parts, segments, boards);
  const at = segments.findLastIndex((each, index) => itemWords.has(each) && index + 1 < segments.length);
  const number = (segments[at + 1] === 'incident' ? segments[at + 2] : segments[at + 1]) ?? '';
  if (at < 0 || !numbered.test(number)) return ofBugzilla(host, page, segments, query);
  const word = segments[at] ?? '';
  // GitHub numbers issues and pull requests together and redirects between their addresses.
  if (word === 'pull' && at !== 2) return undefined;
  return { host, page, ...placeAndSign(word, segments, at, number) };
}

function placeAndSign(
  word: string,
  segments: readonly string[],
  at: number,
  number: string,
): Pick<ItemAddress, 'place' | 'number'> {
  // Launchpad numbers the bugs of all its projects together.
  if (word === '+bug') return { place: '', number: `#${number}` };
  const isBelowDash = segments[at - 1] === '-';
  const before = segments.slice(0, isBelowDash ? at - 1 : at);
  const isGroup = isBelowDash && before[0] === 'groups';
  const sign = word === 'epics' || (isGroup && word === 'work_items') ? '&' : '#';
  return { place: before.slice(isGroup ? 1 : 0).join('/'), number: `${sign}${number}` };
}

/** Azure DevOps: `/acme/Shop/_workitems/edit/142`, `/_boards/board/…?workitem=142`. */
function ofBoards(
  { host, page, query }: Parts,
  segments: readonly string[],
  at: number,
): ItemAddress | undefined {
  const inPath = segments.slice(at + 1).findLast((each) => numbered.test(each));
  const number = query.get('workitem') ?? query.get('id') ?? inPath ?? '';
  if (!numbered.test(number)) return undefined;
  const [organization = '', ...rest] = host.split('.');
  const isOld = rest.join('.') === 'visualstudio.com';
  const place = isOld ? organization : segments.slice(0, at).join('/');
  return { host: isOld ? 'dev.azure.com' : host, place, number: `#${number}`, page };
}

function ofBugzilla(
  host: string,
  page: string,
  segments: readonly string[],
  query: Parts['query'],
): ItemAddress | undefined {
  const last = segments.at(-1) ?? '';
  const id = last === 'show_bug.cgi' ? (query.get('id') ?? '') : '';
  if (numbered.test(id))
    return { host, place: segments.slice(0, -1).join('/'), number: `#${id}`, page: `${page}?id=${id}` };
  return numbered.test(last) ? { host, page } : ofNamed(host, segments);
}

/**
 * Linear's `/acme/project/checkout-0a1b2c/overview`, Launchpad's `/shop/+spec/faster-search`, Trello's
 * `/c/a1b2/7-title`.
 */
function ofNamed(host: string, segments: readonly string[]): ItemAddress | undefined {
  const at = segments.findLastIndex((each) => namedWords.has(each));
  const isNamed = at >= 0 && at + 1 < segments.length;
  return isNamed ? { host, page: [host, ...segments.slice(0, at + 2)].join('/') } : undefined;
}

function partsOf(address: string): Parts | undefined {
  if (address.length > longest) return undefined;
  const [, host = '', path = '', search = ''] =
    /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d*)?([^?#]*)(?:\?([^#]*))?/i.exec(address) ?? [];
  if (host === '') return undefined;
  const query = new Map<string, string>();
  for (const pair of search.split('&').slice(0, 20)) {
    const equals = pair.indexOf('=');
    if (equals > 0) query.set(pair.slice(0, equals).toLowerCase(), pair.slice(equals + 1));
  }
  const trimmed = trimSlashes(path.toLowerCase());
  const place = host.toLowerCase();
  return { host: place, path: trimmed, query, page: trimmed === '' ? place : `${place}/${trimmed}` };
}
