import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  parseTree,
  type Node,
  type ParseError,
} from 'jsonc-parser';

/** Where our entry is in a settings file. */
export interface EntryPlace {
  /** The name of the map of servers, such as `mcpServers`. */
  readonly list: string;
  /** The name of our entry. */
  readonly name: string;
  readonly value: object;
}

const unit = '  ';

/** Adds our entry to a settings file; undefined if it is not JSON with a map, so that it is left alone. */
export function withEntry(text: string, place: EntryPlace): string | undefined {
  if (text.trim() === '') return text === '' ? `${whole(place)}\n` : undefined;
  const root = rootOf(text);
  if (!root) return undefined;
  const { list, name, value } = place;
  const own = findNodeAtLocation(root, [list, name]);
  if (own) {
    if (JSON.stringify(getNodeValue(own)) === JSON.stringify(value)) return text;
    const options = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: eolOf(text) } };
    return applyEdits(text, modify(text, [list, name], value, options));
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
 * changed it since, our entry is cut out of the current text.
 */
export function withoutEntry(text: string, place: EntryPlace): string {
  if (text === `${whole(place)}\n`) return '';
  const root = rootOf(text);
  if (!root || !findNodeAtLocation(root, [place.list, place.name])) return text;
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
  return applyEdits(text, modify(text, [place.list, place.name], undefined, {}));
}

function insertionInto(holder: Node, isListThere: boolean, place: EntryPlace, eol: string): string {
  return written(isListThere, (holder.children ?? []).length === 0, place, eol);
}

/** The text to insert after the brace that opens a map; it differs in each case, so removal can tell what was there. */
function written(
  isListThere: boolean,
  isEmpty: boolean,
  { list, name, value }: EntryPlace,
  eol: string,
): string {
  const lines = (of: unknown, depth: number): string =>
    JSON.stringify(of, undefined, unit).replaceAll('\n', `${eol}${unit.repeat(depth)}`);
  if (isListThere && isEmpty) return ` ${JSON.stringify(name)}: ${JSON.stringify(value)} `;
  const comma = isEmpty ? eol : ',';
  if (isListThere) return `${eol}${unit.repeat(2)}${JSON.stringify(name)}: ${lines(value, 2)}${comma}`;
  return `${eol}${unit}${JSON.stringify(list)}: ${lines({ [name]: value }, 1)}${comma}`;
}

function whole({ list, name, value }: EntryPlace): string {
  return JSON.stringify({ [list]: { [name]: value } }, undefined, unit);
}

function rootOf(text: string): Node | undefined {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    return root?.type === 'object' && errors.length === 0 ? root : undefined;
  } catch (error) {
    // Nested more deeply than the parser's stack reaches, which no file of settings is.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
