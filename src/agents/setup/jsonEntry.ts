import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  parse,
  parseTree,
  visit,
  type Node,
  type ParseError,
} from 'jsonc-parser';

/** Where our entry is in a settings file. */
export interface EntryPlace {
  /** The name of the map of servers, such as `mcpServers`. */
  readonly list: string;
  /** The name of our entry. */
  readonly name: string;
  /** Every value that we ever wrote, the current one first; any other is a person's. */
  readonly versions: readonly [object, ...object[]];
}

const unit = '  ';

/**
 * Adds our entry to a settings file; undefined if the file is not JSON with one map of servers, or if an entry that a
 * person wrote has our name, so that it is left alone.
 */
export function withEntry(text: string, place: EntryPlace): string | undefined {
  if (text.trim() === '') return text === '' ? `${whole(place)}\n` : undefined;
  const root = rootOf(text, place);
  if (!root) return undefined;
  const { list, name, versions } = place;
  const own = findNodeAtLocation(root, [list, name]);
  if (own) {
    const version = versionOf(text, own, place);
    if (version === 0) return text;
    if (version < 0) return undefined;
    const options = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: eolOf(text) } };
    return applyEdits(text, modify(text, [list, name], versions[0], options));
  }
  const servers = findNodeAtLocation(root, [list]);
  if (servers && servers.type !== 'object') return undefined;
  const holder = servers ?? root;
  const insertion = insertionInto(holder, servers !== undefined, place, eolOf(text));
  const at = holder.offset + 1;
  return text.slice(0, at) + insertion + text.slice(at);
}

/**
 * Restores a settings file byte for byte as it was before our entry; empty if it held nothing else. If a person has
 * changed the file since, our entry is cut out of the current text; an entry that a person has changed stays.
 */
export function withoutEntry(text: string, place: EntryPlace): string {
  if (text === `${whole(place)}\n`) return '';
  const root = rootOf(text, place);
  const own = root && findNodeAtLocation(root, [place.list, place.name]);
  const property = own?.parent;
  if (!own || !property || versionOf(text, own, place) < 0) return text;
  for (const isListThere of [true, false]) {
    const holder = isListThere ? findNodeAtLocation(root, [place.list]) : root;
    if (holder?.type !== 'object') continue;
    const at = holder.offset + 1;
    for (const isEmpty of [true, false]) {
      const insertion = written(isListThere, isEmpty, place, eolOf(text));
      if (!text.startsWith(insertion, at)) continue;
      const before = text.slice(0, at) + text.slice(at + insertion.length);
      if (withEntry(before, place) === text) return before;
    }
  }
  return withoutProperty(text, property);
}

/** Which of our values an entry has; -1 if it is a person's, be it only by a comment in it. */
function versionOf(text: string, own: Node, { versions }: EntryPlace): number {
  const errors: ParseError[] = [];
  parse(text.slice(own.offset, own.offset + own.length), errors, {
    disallowComments: true,
    allowTrailingComma: true,
  });
  if (errors.length > 0) return -1;
  const value = JSON.stringify(getNodeValue(own));
  return versions.findIndex((written) => JSON.stringify(written) === value);
}

/** Cuts out a property and one comma, and the line if it is then blank: comments beside it are a person's. */
function withoutProperty(text: string, property: Node): string {
  const siblings = property.parent?.children ?? [];
  const comments = commentsOf(text);
  const next = commaAfter(property, text, comments);
  const comma = next ?? commaAfter(siblings[siblings.indexOf(property) - 1], text, comments);
  const without = (from: number, to: number): string =>
    comma === undefined || comma < from || comma >= to
      ? text.slice(from, to)
      : text.slice(from, comma) + text.slice(comma + 1, to);
  const before = without(0, property.offset);
  const after = without(property.offset + property.length, text.length);
  const indent = /(?<=\n)[ \t]*$/.exec(before);
  const rest = /^[ \t]*\r?\n/.exec(after);
  return indent && rest ? before.slice(0, indent.index) + after.slice(rest[0].length) : before + after;
}

/** Where each comment begins and ends. */
function commentsOf(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  visit(text, { onComment: (offset, length) => void ends.set(offset, offset + length) });
  return ends;
}

function commaAfter(
  node: Node | undefined,
  text: string,
  comments: ReadonlyMap<number, number>,
): number | undefined {
  if (!node) return undefined;
  let at = node.offset + node.length;
  for (;;) {
    const past = comments.get(at);
    if (past !== undefined) at = past;
    else if (' \t\r\n'.includes(text.charAt(at) || '}')) at += 1;
    else return text[at] === ',' ? at : undefined;
  }
}

function insertionInto(holder: Node, isListThere: boolean, place: EntryPlace, eol: string): string {
  return written(isListThere, (holder.children ?? []).length === 0, place, eol);
}

/** The text to insert after the brace that opens a map; it differs in each case, so removal can tell what was there. */
function written(
  isListThere: boolean,
  isEmpty: boolean,
  { list, name, versions: [value] }: EntryPlace,
  eol: string,
): string {
  const lines = (of: unknown, depth: number): string =>
    JSON.stringify(of, undefined, unit).replaceAll('\n', `${eol}${unit.repeat(depth)}`);
  if (isListThere && isEmpty) return ` ${JSON.stringify(name)}: ${JSON.stringify(value)} `;
  const comma = isEmpty ? eol : ',';
  if (isListThere) return `${eol}${unit.repeat(2)}${JSON.stringify(name)}: ${lines(value, 2)}${comma}`;
  return `${eol}${unit}${JSON.stringify(list)}: ${lines({ [name]: value }, 1)}${comma}`;
}

function whole({ list, name, versions: [value] }: EntryPlace): string {
  return JSON.stringify({ [list]: { [name]: value } }, undefined, unit);
}

/** Parses a text as a JSON object; undefined if it is not one, or if the list or our entry occurs in it twice. */
function rootOf(text: string, { list, name }: EntryPlace): Node | undefined {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    if (root?.type !== 'object' || errors.length > 0 || countOf(root, list) > 1) return undefined;
    return countOf(findNodeAtLocation(root, [list]), name) > 1 ? undefined : root;
  } catch (error) {
    // Nested more deeply than the parser's stack reaches, which no file of settings is.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function countOf(map: Node | undefined, key: string): number {
  if (map?.type !== 'object') return 0;
  return (map.children ?? []).filter(({ children }) => children?.[0]?.value === key).length;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
