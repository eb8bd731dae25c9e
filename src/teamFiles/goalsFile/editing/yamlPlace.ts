/** Where a position in a goals file is, judged by indentation alone, as the text is mostly invalid while one types. */
export interface YamlPlace {
  /** The names from the top of the file to the map or field at the position; list positions are left out. */
  readonly path: readonly string[];
  /** Whether the position holds a name, or a value of the path's last name. */
  readonly kind: 'name' | 'value';
  /** The text between the beginning of the word and the position. */
  readonly typed: string;
  /** The names that the map has already. */
  readonly siblings: readonly string[];
}

/** One line, taken apart. */
interface Line {
  /** The column of the name, or of the value where there is no name. */
  readonly column: number;
  /** The column of the dash before it. */
  readonly dash?: number;
  readonly name?: string;
  readonly value: string;
}

const shape = /^( *)((?:- +)*)(?:("[^"]*"|'[^']*'|[\w-]+) *:(?= |$))?(.*)$/;
const quoted = String.raw`"(?:\\.|[^"\\])*"|'[^']*'`;
/** How many lines up a parent is looked for. */
const maxLines = 20_000;
/** How far a line is read, in characters: nobody writes longer ones by hand, and brackets take the square of it. */
const maxColumn = 1000;

/** The place of a position, given by line and column counted from 0; undefined in a comment and far to the right. */
export function yamlPlace(lines: readonly string[], line: number, column: number): YamlPlace | undefined {
  const before = (lines[line] ?? '').slice(0, column);
  if (before.length > maxColumn || isInComment(before)) return undefined;
  const here = read(before);
  const { path, siblings } = above(lines, line, here);
  if (here.name === undefined) {
    const flow = inFlow(here.value, path);
    if (flow) return flow;
    const isItem = here.dash !== undefined && valueLists.has(path.at(-1) ?? '');
    return { path, kind: isItem ? 'value' : 'name', typed: here.value.trimStart(), siblings };
  }
  const own = [...path, here.name];
  return inFlow(here.value, own) ?? { path: own, kind: 'value', typed: here.value.trimStart(), siblings };
}

/** Lists of values, not of maps. */
const valueLists = new Set([
  ...['parents', 'covers', 'blockedBy', 'blocks'],
  ...['labels', 'segments', 'names', 'references'],
]);

/** The place in an open `{ name: value, … }` or `[value, …]` on one line. */
function inFlow(value: string, path: readonly string[]): YamlPlace | undefined {
  const open: { readonly sign: string; readonly at: number; readonly name?: string }[] = [];
  for (const { 0: sign, index } of value.matchAll(new RegExp(`${quoted}|[[{\\]}]`, 'g'))) {
    if (sign === '[' || sign === '{') {
      const name = /([\w-]+) *: *$/.exec(value.slice(0, index))?.[1];
      open.push({ sign, at: index, ...(open.length > 0 && name !== undefined && { name }) });
    } else if (sign === ']' || sign === '}') open.pop();
  }
  const last = open.at(-1);
  if (!last) return undefined;
  const inside = value.slice(last.at + 1);
  const names = open.flatMap(({ name }) => name ?? []);
  const part = inside.slice(inside.lastIndexOf(',') + 1).trimStart();
  const siblings = [...inside.matchAll(/([\w-]+) *:/g)].flatMap(([, name]) => name ?? []);
  const own = [...path, ...names];
  if (last.sign === '[') return { path: own, kind: 'value', typed: part, siblings: [] };
  const [, name, written] = /^([\w-]+) *: *(.*)$/.exec(part) ?? [];
  return name === undefined
    ? { path: own, kind: 'name', typed: part, siblings }
    : { path: [...own, name], kind: 'value', typed: written ?? '', siblings };
}

/** The names above a line, from the top, and those beside it. */
function above(
  lines: readonly string[],
  line: number,
  here: Line,
): { readonly path: string[]; readonly siblings: string[] } {
  const path: string[] = [];
  const siblings = namesBelow(lines, line, here.column);
  let { column, dash } = here;
  for (let at = line - 1; at >= 0 && line - at < maxLines; at -= 1) {
    const other = entryAt(lines, at);
    if (other?.name === undefined) continue;
    if (dash === undefined && other.column === column) {
      if (path.length === 0) siblings.push(other.name);
      ({ dash } = other);
    } else if (isParent(other, column, dash)) {
      path.unshift(other.name);
      ({ column, dash } = other);
    }
  }
  return { path, siblings };
}

/**
 * Whether a line opens the map or list that another is in: a list may start at the column of its name, or to the right
 * of it.
 */
function isParent({ column, value }: Line, ofColumn: number, ofDash: number | undefined): boolean {
  const isOpen = value.trim() === '' || value.trimStart().startsWith('#');
  return isOpen && (ofDash === undefined ? column < ofColumn : column <= ofDash);
}

/** The names below a line in the same map. */
function namesBelow(lines: readonly string[], line: number, column: number): string[] {
  const names: string[] = [];
  for (let at = line + 1; at < lines.length; at += 1) {
    const other = entryAt(lines, at);
    if (!other) continue;
    if (other.column < column || (other.dash ?? column) < column) break;
    if (other.column === column && other.name !== undefined) names.push(other.name);
  }
  return names;
}

/** A line with something on it, taken apart. */
function entryAt(lines: readonly string[], at: number): Line | undefined {
  const text = lines[at] ?? '';
  return text.trim() === '' || text.trimStart().startsWith('#') ? undefined : read(text);
}

function read(text: string): Line {
  const [, blanks = '', dashes = '', name, value = ''] = shape.exec(text) ?? [];
  return {
    column: blanks.length + dashes.length,
    ...(dashes !== '' && { dash: blanks.length + dashes.trimEnd().length - 1 }),
    ...(name !== undefined && { name: name.replace(/^["']|["']$/g, '') }),
    value,
  };
}

function isInComment(before: string): boolean {
  return /(^|\s)#/.test(before.replace(new RegExp(quoted, 'g'), '_'));
}
