import { removeTag } from '../message/commitTag';
import { isClosed, type Goal } from '../goal/goal';
import type { GoalCatalog } from '../catalog/goalCatalog';
import { normalizeKey } from '../goal/goalKey';
import { isKey } from '../references/goalKeys';
import { referencesInValue } from '../references/referencesInValue';
import { isAddress, readNumber } from '../references/mention';
import type { RepositoryReferences } from '../catalog/repositoryReferences';
import { goalView, type GoalView } from '../views/goalView';
import { layoutOf } from '../message/messageLayout';
import { trackerWithBrokenEntry } from '../tracker/brokenEntry';
import type { ServedGoal } from '../links/servedGoals';
import { hasToken, isTag } from '../message/ownTrailers';
import { isSameToken, trailerTokenOf } from '../message/trailers';

/** A place in a line of a commit message where a goal's key can be completed. */
export interface GoalSlot {
  /** Whether it is in the value of our trailer, or after a `#` in the text. */
  readonly kind: 'trailer' | 'mention';
  /** The UTF-16 columns that a reference replaces, including `#` and the repository before it. */
  readonly start: number;
  readonly end: number;
  /** The text typed up to and including the `#`; undefined without a `#`. */
  readonly hash?: string;
  /** The space still missing before the key. */
  readonly prefix: '' | ' ';
}

/** A goal offered for a slot. */
export interface OfferedGoal {
  readonly view: GoalView;
  /** The goal whose key is written: in a trailer the initiative, in the text the goal itself. */
  readonly written: Goal;
  readonly isOfBranch: boolean;
}

/** A key in one of our trailers; the line and columns count from 0. */
export interface WrittenTag {
  /** As it was written. */
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A tag that names no open goal; `goal` is the closed goal, absent if no tracker has the key. */
export interface TagProblem {
  readonly tag: WrittenTag;
  readonly goal?: Goal;
}

/** A replacement in a text, by offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const separators = [' ', '\t', ',', ';', ':'];
const mention =
  /(?<![\p{L}\p{M}\p{N}_#/&.-])((?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)+|AB)?#)[\p{L}\p{M}\p{N}_-]*$/u;
/** The longest a reference can be. */
const maxMention = 256;
const scissors = /^(\S+) -{24} >8 -{24}\r?$/gm;

/** The slot at a column of a line, if a goal's key can be written there. */
export function goalSlotAt(line: string, column: number, token: string): GoalSlot | undefined {
  const before = line.slice(0, column);
  const found = trailerTokenOf(before);
  if (found !== undefined && isSameToken(found, token)) return trailerSlot(line, before);
  const from = Math.max(0, column - maxMention);
  const typed = mention.exec(before.slice(from));
  if (!typed) return undefined;
  // A number edited in its middle is replaced as a whole.
  const rest = /^\d*(?![\p{L}\p{N}_-])/u.exec(line.slice(column))?.[0].length ?? 0;
  return {
    kind: 'mention',
    start: from + typed.index,
    end: column + rest,
    hash: typed[1] ?? '#',
    prefix: '',
  };
}

/** Whether git will drop what follows this text, because the text contains a scissors line. */
export function isBelowScissors(text: string, comment = '#'): boolean {
  return [...text.matchAll(scissors)].some(([, mark]) => mark === comment);
}

/** The open goals to offer: first those of the branch (initiative, then what it links), then the others as ranked. */
export function offeredGoals(
  kind: GoalSlot['kind'],
  served: readonly ServedGoal[],
  ranked: readonly GoalView[],
  catalog: GoalCatalog,
  max: number,
): OfferedGoal[] {
  const own = new Set(served.flatMap(({ goal, linked }) => [goal, linked]));
  const offered: OfferedGoal[] = [];
  const offer = (view: GoalView, isOfBranch: boolean): void => {
    const written = kind === 'trailer' ? view.initiative : view.goal;
    if (view.isClosed || isClosed(written) || !isKey(written.key)) return;
    offered.push({ view, written, isOfBranch });
  };
  for (const goal of own) offer(goalView(goal, catalog), true);
  for (const each of ranked) {
    if (offered.length >= max) break;
    if (!own.has(each.goal)) offer(each, false);
  }
  return offered.slice(0, max);
}

/** The keys in our trailers as git will see them: not those in the title, in comments or below the scissors line. */
export function tagsInMessage(message: string, token: string, comment = '#'): WrittenTag[] {
  const own = { token, comment };
  const { lines, block, end } = layoutOf(message, (text) => isTag(text, own), comment);
  const tags: WrittenTag[] = [];
  for (let at = block; at < end;) {
    const start = at;
    at += 1;
    if (!hasToken(lines[start]?.text ?? '', own)) continue;
    while (at < end && /^[ \t]/.test(lines[at]?.text ?? '')) at += 1;
    const trailer = lines.slice(start, at).map(({ text }) => text);
    const [head = '', ...others] = trailer;
    // Read alone, one line of a folded value may look like a key although the whole value is prose.
    const value = [head.slice(head.indexOf(':') + 1), ...others].join(' ').trim();
    const whole = new Set(referencesInValue(value));
    for (const [line, text] of trailer.entries()) {
      for (const tag of tagsInLine(text, start + line)) if (whole.has(tag.text)) tags.push(tag);
    }
  }
  return tags;
}

/**
 * The tags that name no open goal. A key counts as unknown only once every tracker has been read, and not where its
 * entry has an error. Numbers and addresses never do: a tracker has more of them than the followed ones.
 */
export function tagProblems(
  message: string,
  token: string,
  catalog: GoalCatalog,
  references: RepositoryReferences,
  comment = '#',
): TagProblem[] {
  const { trackers } = catalog;
  const isAllRead = trackers.length > 0 && trackers.every(({ phase, fault }) => phase === 'ready' && !fault);
  return tagsInMessage(message, token, comment).flatMap((tag): TagProblem[] => {
    const goal = references.find(tag.text);
    if (!goal) {
      const isNumber = isAddress(tag.text) || readNumber(tag.text) !== undefined;
      return isAllRead && !isNumber && !trackerWithBrokenEntry(trackers, tag.text) ? [{ tag }] : [];
    }
    return isClosed(goal) ? [{ tag, goal }] : [];
  });
}

/** The edit that removes one key from our trailers, along with its trailer if it is the only one. */
export function removalOf(message: string, token: string, key: string, comment = '#'): TextChange {
  const isOurs = (text: string): boolean => normalizeKey(text) === normalizeKey(key);
  return changeBetween(message, removeTag(message, token, { comment, isOurs }));
}

/** The whole lines in which two texts differ, so that the text around them, and a cursor in it, stays put. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  start = before.slice(0, start).lastIndexOf('\n') + 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  let end = before.length - same;
  if (end > start && before[end - 1] !== '\n') end = before.indexOf('\n', end) + 1 || before.length;
  return { start, end, text: after.slice(start, after.length - (before.length - end)) };
}

function trailerSlot(line: string, before: string): GoalSlot | undefined {
  const start = Math.max(...separators.map((separator) => before.lastIndexOf(separator))) + 1;
  const above = before.slice(0, start);
  // A space after a finished key ends the value; another key needs a comma first.
  if (start === before.length && !/[:,;]$/.test(above.trimEnd())) return undefined;
  const rest = line.slice(before.length).search(/[\s,;]/);
  const hash = /^[^\s,;#]*#/.exec(line.slice(start, before.length));
  return {
    kind: 'trailer',
    start,
    end: rest < 0 ? line.length : before.length + rest,
    ...(hash && { hash: hash[0] }),
    prefix: /\s$/.test(above) ? '' : ' ',
  };
}

function tagsInLine(text: string, line: number): WrittenTag[] {
  const from = /^[ \t]/.test(text) ? 0 : text.indexOf(':') + 1;
  return [...text.slice(from).matchAll(/[^,;]+/g)].flatMap((part) => {
    const keys = new Set(referencesInValue(part[0]));
    return [...part[0].matchAll(/\S+/g)]
      .filter(([word]) => keys.has(word))
      .map(({ 0: word, index }): WrittenTag => {
        const start = from + part.index + index;
        return { text: word, line, start, end: start + word.length };
      });
  });
}
