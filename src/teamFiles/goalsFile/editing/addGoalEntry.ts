import { splitEntries } from '../splitEntries';
import { entryLines, type NewGoal } from './goalEntry';

/** Which text replaces which in a goals file; offsets are UTF-16. */
export interface EntryEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The line of the new entry, counted from 0, in the text after the edit. */
  readonly line: number;
}

/**
 * Adds an entry below the last one of the list, with the same indentation; everything already written stays, including
 * comments. Undefined if the goals are not a list of lines with dashes.
 */
export function addGoalEntry(text: string, goal: NewGoal): EntryEdit | undefined {
  if (text.startsWith('\uFEFF')) {
    const edit = addGoalEntry(text.slice(1), goal);
    return edit && { ...edit, start: edit.start + 1, end: edit.end + 1 };
  }
  // With a line break after it, a lone carriage return would make one of two; no editor gives us any.
  if (/\r(?!\n)/.test(text)) return undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const entry = (indent: string): string =>
    entryLines(goal)
      .map((line) => indent + line)
      .join(eol) + eol;
  return belowLast(text, entry, eol) ?? inEmptyList(text, entry, eol) ?? inNewList(text, entry, eol);
}

/** A text whose last blank lines are part of it: a further one would be, too. */
const keepsBlankLines = /[|>]\d?\+\d?[ \t]*(?:#.*)?$/m;

/** The lines of the new entry, with an indentation. */
type Entry = (indent: string) => string;

function belowLast(text: string, entry: Entry, eol: string): EntryEdit | undefined {
  const parts = splitEntries(text);
  const last = parts?.findLast(({ isEntry }) => isEntry);
  if (!parts || !last) return undefined;
  const indent = /^ */.exec(text.slice(last.start))?.[0] ?? '';
  const content = endOfContent(text, last.start, last.end, indent.length);
  if (keepsBlankLines.test(text.slice(last.start, content))) {
    const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(content, last.end))?.[0].length ?? 0;
    return placed(text, content + blank, content + blank, entry(indent), eol);
  }
  const isFirst = parts.findIndex(({ isEntry }) => isEntry) === parts.indexOf(last);
  const isSpaced =
    isFirst ||
    /(\r\n|\n|\r)[ \t]*(\r\n|\n|\r)([ \t]*#[^\r\n]*(\r\n|\n|\r))*$/.test(text.slice(0, last.start));
  return placed(text, content, content, (isSpaced ? eol : '') + entry(indent), eol);
}

function inEmptyList(text: string, entry: Entry, eol: string): EntryEdit | undefined {
  const head = /^goals[ \t]*:[ \t]*(?:\[[ \t]*\][ \t]*|~[ \t]*|null[ \t]*)?(#[^\r\n]*)?$/m.exec(text);
  if (!head || continues(text.slice(head.index + head[0].length))) return undefined;
  const comment = head[1] === undefined ? '' : ` ${head[1]}`;
  const end = head.index + head[0].length;
  return placed(text, head.index, end, `goals:${comment}${eol}${entry('  ').trimEnd()}`, eol, 1);
}

function inNewList(text: string, entry: Entry, eol: string): EntryEdit | undefined {
  // Names that are indented need the new ones to be so, too.
  const first = /^(?![ \t]*(?:#.*)?$)/m.exec(text)?.index ?? text.length;
  if (/[ \t]/.test(text.charAt(first))) return undefined;
  if (/^[^\s#]/m.test(text.replace(/^(schema|numbers|x-[\w-]+)[ \t]*:.*$/gm, ''))) return undefined;
  const schema = /^schema[ \t]*:/m.test(text) ? '' : `schema: goal-lens/v1${eol}${eol}`;
  const isSpaced = keepsBlankLines.test(text) || /(\r\n|\n|\r)[ \t]*(\r\n|\n|\r)$/.test(text);
  const gap = text === '' || isSpaced ? '' : eol;
  const added = `${gap}${schema}goals:${eol}${entry('  ')}`;
  const before = added.slice(0, added.indexOf('- key')).split(eol).length - 1;
  return placed(text, text.length, text.length, added, eol, before);
}

/** Whether what follows a name belongs to its value: then it does not begin with another name, or a further document. */
function continues(below: string): boolean {
  const next = /^(?![ \t]*(?:#.*)?$).*$/m.exec(below)?.[0];
  return next !== undefined && !/^(?:[\w"'][^\r\n]*:|---|\.\.\.)/.test(next);
}

/** The edit, preceded by a line break if the line before it has none. */
function placed(
  text: string,
  start: number,
  end: number,
  added: string,
  eol: string,
  skip?: number,
): EntryEdit {
  const needsBreak = start === text.length && text !== '' && !/[\r\n]$/.test(text);
  const whole = needsBreak ? eol + added : added;
  const before = text.slice(0, start).split(/\r\n|\n|\r/).length - 1;
  const leading = /^(?:\r\n|\n|\r)*/.exec(whole)?.[0].split(eol).length ?? 1;
  return {
    start,
    end,
    text: whole,
    line: before + (skip === undefined ? leading - 1 : skip + (needsBreak ? 1 : 0)),
  };
}

/** The end of an entry's last line: a comment that is not indented deeper than its dash belongs to what follows. */
function endOfContent(text: string, start: number, end: number, dash: number): number {
  let content = start;
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const isContent = line.trim() !== '' && (!line.trimStart().startsWith('#') || indent > dash);
    if (isContent) content = start + index + line.length;
  }
  return content;
}
