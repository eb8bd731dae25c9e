import * as l10n from '@vscode/l10n';
import { normalizeKey } from '../goal/goalKey';
import { parsePathMap } from './pathMap';
import { placeMatch } from './placeMatch';
import { parsePathRules, type PathRule } from './pathRules';

/** An edit to a path map and the line of the resulting rule; offsets are in UTF-16 units. */
export interface RuleEdit {
  readonly offset: number;
  readonly text: string;
  /** Counted from 0, in the text after the edit. */
  readonly line: number;
}

/**
 * The pattern that matches one file, or everything in a folder, as path map text; the empty path matches everything.
 */
export function patternFor(path: string, isFolder: boolean): string {
  const escaped = path.replace(/[\\*?[ \t]/g, '\\$&');
  return path === '' ? '*' : `/${escaped}${isFolder ? '/' : ''}`;
}

const longestKey = 'X'.repeat(64);

/** Why no rule can name a path, in a sentence with the next step; undefined if one can. */
export function unmappable(path: string, isFolder: boolean): string | undefined {
  const pattern = patternFor(path, isFolder);
  const rule = `${pattern} ${longestKey}`;
  const [first, ...others] = parsePathRules(rule).rules;
  const isOwn = first?.pattern === pattern && others.length === 0;
  if (isOwn && placeMatch(parsePathMap(rule), path, isFolder)) return undefined;
  return /[\r\n]/.test(path)
    ? l10n.t('A path with a line break cannot be written in a path map. Map a folder above it.')
    : l10n.t(
        'A path this long, or with a backslash, cannot be written in a path map. Map a folder above it.',
      );
}

/**
 * Maps a folder or file to a goal: on its own line if it has one, else on a new line below every rule that would
 * override it and above those for its contents. Existing text is kept. Undefined if the rule would not be read: the
 * line, the map or the number of its rules would be greater than is read, or no pattern matches the name.
 */
export function addPathRule(text: string, place: MappedPlace): RuleEdit | undefined {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const { offset, text: added, line } = editOf(text.slice(mark), place);
  const edit = { offset: offset + mark, text: added, line };
  const { path, isFolder, key } = place;
  const after = parsePathMap(text.slice(0, edit.offset) + edit.text + text.slice(edit.offset));
  const match = placeMatch(after, path, isFolder);
  const isRead =
    match?.line === edit.line && match.keys.some((each) => normalizeKey(each) === normalizeKey(key));
  return isRead ? edit : undefined;
}

/** A file or folder, and the key of the goal that it is mapped to. */
interface MappedPlace {
  readonly path: string;
  readonly isFolder: boolean;
  readonly key: string;
}

function editOf(text: string, { path, isFolder, key }: MappedPlace): RuleEdit {
  const pattern = patternFor(path, isFolder);
  const { rules } = parsePathRules(text);
  const own = rules.findLast((rule) => rule.pattern === pattern);
  if (own && rules.findLast((rule) => isMatch(rule, path, isFolder)) === own) return keyAdded(text, own, key);
  return ruleAdded(text, rules, { pattern, path, isFolder, key });
}

function keyAdded(text: string, { line, keys }: PathRule, key: string): RuleEdit {
  const { start, content } = lineAt(text, line);
  if (keys.some((each) => normalizeKey(each) === normalizeKey(key))) return { offset: start, text: '', line };
  const written = parsePathRules(content);
  const last = written.keys.at(-1);
  const end = last ? last.endColumn : (/^[ \t]*(?:\\.|[^ \t])+/.exec(content)?.[0].length ?? content.length);
  return { offset: start + end, text: ` ${key}`, line };
}

function ruleAdded(
  text: string,
  rules: readonly PathRule[],
  { pattern, path, isFolder, key }: MappedPlace & { readonly pattern: string },
): RuleEdit {
  const winning = rules.findLast((rule) => isMatch(rule, path, isFolder))?.line ?? -1;
  const inside = isFolder
    ? rules.find((rule) => rule.line > winning && (path === '' || rule.pattern.startsWith(pattern)))
    : undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const neighbour = inside ?? rules.at(-1);
  const column = neighbour ? keyColumn(text, neighbour) : 0;
  const rule = `${pattern.padEnd(column - 1)} ${key}`;
  if (!inside) {
    const needsBreak = text !== '' && !/[\r\n]$/.test(text);
    const line = linesOf(text).length - 1 + (needsBreak ? 1 : 0);
    return { offset: text.length, text: `${needsBreak ? eol : ''}${rule}${eol}`, line };
  }
  // A comment above a rule belongs to that rule.
  let line = inside.line;
  const lines = linesOf(text);
  while (lines[line - 1]?.trimStart().startsWith('#')) line -= 1;
  // What the map begins with is about the map.
  if (line === 0) line = inside.line;
  return { offset: lineAt(text, line).start, text: `${rule}${eol}`, line };
}

/** Whether a rule covers the whole folder, and not just some of its files. */
function isMatch(rule: PathRule, path: string, isFolder: boolean): boolean {
  return placeMatch(parsePathMap(`${rule.pattern} X-1`), path, isFolder) !== undefined;
}

function keyColumn(text: string, { line }: PathRule): number {
  const { content } = lineAt(text, line);
  return parsePathRules(content).keys[0]?.startColumn ?? 0;
}

function lineAt(text: string, line: number): { readonly start: number; readonly content: string } {
  const lines = linesOf(text);
  let start = 0;
  for (let at = 0; at < line; at += 1) {
    start += lines[at]?.length ?? 0;
    start += text.startsWith('\r\n', start) ? 2 : 1;
  }
  return { start, content: lines[line] ?? '' };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
