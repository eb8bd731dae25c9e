import { parsePeriod, parseTimestamp } from '../../core/goal/calendar';
import { usableLinks, type CodeLink } from '../../core/goal/codeLink';
import {
  isClosed,
  type Goal,
  type Health,
  type Impact,
  type Level,
  type Metric,
  type Priority,
  type Status,
} from '../../core/goal/goal';
import { isKey } from '../../core/references/goalKeys';
import { plainLine, plainText } from '../../core/plainText';
import { defined } from '../../teamFiles/record/defined';

type Maybe<T> = T | null | undefined;

/** A goal as an adapter has read it: not yet cleaned, with fields absent in any way. */
export interface GoalDraft {
  readonly id: string;
  readonly trackerId: string;
  readonly key: string;
  /** Keys that it had before. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly level: Level;
  readonly description?: Maybe<string>;
  /** Set if the tracker has a field for them; a heading in the description is found without it. */
  readonly acceptance?: Maybe<string>;
  readonly outOfScope?: Maybe<string>;
  readonly status?: Maybe<Status>;
  readonly health?: Maybe<Health>;
  readonly priority?: Maybe<Priority>;
  readonly impact?: Maybe<Impact>;
  readonly owner?: Maybe<{ readonly name?: Maybe<string>; readonly email?: Maybe<string> }>;
  /** Whose it is, from the point of view of the person who is signed in. */
  readonly mine?: Maybe<'me' | 'team' | false>;
  /** A day or a period (`2026-12-12`, `2026-Q4`), or a timestamp whose day counts. */
  readonly target?: Maybe<string>;
  /** 0 to 1; values outside are clamped. */
  readonly progress?: Maybe<number>;
  readonly metrics?: readonly Metric[];
  readonly parentKey?: Maybe<string>;
  /** Further goals directly above it. */
  readonly otherParentKeys?: readonly string[];
  /** Addresses of goals in other trackers that it is above. */
  readonly covers?: readonly string[];
  readonly blockedByKeys?: readonly string[];
  readonly blocksKeys?: readonly string[];
  readonly labels?: readonly string[];
  readonly links?: readonly CodeLink[];
  readonly url?: Maybe<string>;
  readonly updatedAt?: Maybe<string>;
  /** When work ended. Trackers keep it for goals that were reopened: it counts only while the status agrees. */
  readonly closedAt?: Maybe<string>;
}

const maxTitle = 300;
const maxDescription = 20_000;
const maxWord = 100;
const maxRelations = 500;
const maxLabels = 200;
const maxEntries = 50;
const maxEntry = 500;

/**
 * Makes a goal from what a tracker gave, which is not to be trusted: texts without control characters and cut to size,
 * only https addresses, only keys that can be written in a commit. Undefined if it has no usable key or title.
 */
export function makeGoal(draft: GoalDraft): Goal | undefined {
  const key = draft.key.trim();
  const title = cut(plainLine(draft.title), maxTitle);
  if (!isKey(key) || title === '' || draft.id === '') return undefined;
  const target = period(draft.target ?? '');
  const description = cut(plainText(draft.description ?? ''), maxDescription);
  return defined({
    id: draft.id,
    trackerId: draft.trackerId,
    key,
    aliases: formerKeys(draft.aliases, key),
    title,
    level: draft.level,
    description: description === '' ? undefined : description,
    acceptance: entries(draft.acceptance),
    outOfScope: entries(draft.outOfScope),
    status: withLine(draft.status, 'name'),
    health: draft.health ?? undefined,
    priority: withLine(draft.priority, 'label'),
    impact: filled(draft.impact),
    owner: ownerOf(draft.owner),
    mine: mineOf(draft),
    targetDate: target?.lastDay,
    targetLabel: target?.label,
    progress: share(draft.progress),
    metrics: draft.metrics ?? [],
    ...parentsOf(draft),
    covers: covered(draft.covers),
    blockedByKeys: keys(draft.blockedByKeys),
    blocksKeys: keys(draft.blocksKeys),
    labels: labels(draft.labels),
    links: linksOf(draft.links),
    url: httpsUrl(draft.url),
    updatedAt: parseTimestamp(draft.updatedAt ?? ''),
    closedAt: closedAtOf(draft),
  });
}

/** Cuts a text to at most `length` UTF-16 units, never in the middle of a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** An address that a person may be sent to; undefined if it is not https, or names a user. */
export function httpsUrl(text: Maybe<string>): string | undefined {
  if (!text || text.length > 2048 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  // `https://github.com@evil.example` only looks like GitHub.
  return url.protocol === 'https:' && url.username + url.password === '' ? url.href : undefined;
}

type Closing = Pick<GoalDraft, 'status' | 'closedAt'>;

function closedAtOf({ status, closedAt }: Closing): string | undefined {
  return isClosed({ status: status ?? undefined }) ? parseTimestamp(closedAt ?? '') : undefined;
}

function linksOf(links: readonly CodeLink[] = []): CodeLink[] | undefined {
  const usable = usableLinks(links);
  return usable.length > 0 ? usable : undefined;
}

function period(text: string): ReturnType<typeof parsePeriod> {
  return parsePeriod(text) ?? parsePeriod(text.slice(0, 10));
}

function share(progress: Maybe<number>): number | undefined {
  if (typeof progress !== 'number' || !Number.isFinite(progress)) return undefined;
  return Math.min(Math.max(progress, 0), 1);
}

/** With a name or label that fits on a line. */
function withLine<K extends string, T extends Record<K, string>>(of: Maybe<T>, field: K): T | undefined {
  return of ? { ...of, [field]: cut(plainLine(of[field]), maxWord) } : undefined;
}

function filled(impact: Maybe<Impact>): Impact | undefined {
  return impact && Object.keys(impact).length > 0 ? impact : undefined;
}

/** The lines of a text field, without list markers. */
function entries(of: Maybe<string>): string[] | undefined {
  const lines = plainText(of ?? '')
    .split('\n')
    .map((line) => cut(line.replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/, '').trim(), maxEntry))
    .filter((line) => line !== '');
  return lines.length > 0 ? lines.slice(0, maxEntries) : undefined;
}

function labels(of: readonly string[] | undefined): string[] {
  return (of ?? [])
    .slice(0, maxLabels)
    .map((label) => cut(plainLine(label), maxWord))
    .filter((label) => label !== '');
}

function keys(of: readonly string[] | undefined): string[] {
  return [...new Set(of?.map((key) => key.trim()))].filter(isKey).slice(0, maxRelations);
}

function covered(of: readonly string[] = []): string[] | undefined {
  const addresses = [...new Set(of.flatMap((address) => httpsUrl(address) ?? []))];
  return addresses.length > 0 ? addresses.slice(0, maxRelations) : undefined;
}

function mineOf({ mine }: GoalDraft): Goal['mine'] {
  return mine === false ? undefined : (mine ?? undefined);
}

function parentsOf({ parentKey, otherParentKeys = [] }: GoalDraft): Partial<Goal> {
  const [first, ...others] = keys([parentKey ?? '', ...otherParentKeys]);
  return defined({ parentKey: first, otherParentKeys: others.length > 0 ? others : undefined });
}

function formerKeys(of: readonly string[] | undefined, key: string): string[] | undefined {
  const former = keys(of).filter((each) => each.toUpperCase() !== key.toUpperCase());
  return former.length > 0 ? former : undefined;
}

function ownerOf(owner: GoalDraft['owner']): Goal['owner'] {
  const email = plainLine(owner?.email ?? '');
  const name = cut(plainLine(owner?.name ?? ''), maxTitle);
  const isEmail = /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254;
  if (name === '') return isEmail ? { name: email, email } : undefined;
  return { name, ...(isEmail && { email }) };
}
