import { Composer, Lexer, Parser, type CST, type Document, type ErrorCode, type ParsedNode } from 'yaml';

/** A fault in the YAML itself; offsets are UTF-16 offsets in the text that was parsed. */
export interface SyntaxFault {
  readonly code: ErrorCode;
  readonly start: number;
  readonly end: number;
  /** The parser's own words. */
  readonly detail: string;
}

/** The result of parsing a YAML text. */
export interface YamlText {
  readonly contents: ParsedNode | null;
  readonly faults: readonly SyntaxFault[];
  readonly warnings: readonly SyntaxFault[];
}

/**
 * How deeply a text may be nested while it is parsed; a list in a map in a list takes a few levels. The library calls
 * itself for each level, and if the stack overflows, V8 ends the whole process, not only the call.
 */
const maxOpen = 100;

const options = {
  schema: 'core',
  version: '1.2',
  merge: false,
  resolveKnownTags: false,
  // The parser would compare every key of a map with every other; plainReader.ts finds duplicates.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** Parses YAML 1.2 with the core schema only: no custom tags, no merge keys, no dates. */
export function parseYaml(text: string): YamlText {
  // The parser creates an Error for each fault; their stack traces take most of the time of a hostile file.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const [document, second] = new Composer(options).compose(tokensOf(text), true, text.length);
    const faults = document?.errors.map(toFault) ?? [];
    if (second) faults.push({ code: 'MULTIPLE_DOCS', ...placeOf(second), detail: '' });
    return { contents: document?.contents ?? null, faults, warnings: document?.warnings.map(toFault) ?? [] };
  } catch (error) {
    const [start, end] = error instanceof TooDeep ? [error.offset, error.offset + 1] : [0, text.length];
    const fault = { code: 'RESOURCE_EXHAUSTION', start, end, detail: String(error) } as const;
    return { contents: null, faults: [fault], warnings: [] };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

class TooDeep extends Error {
  constructor(readonly offset: number) {
    super('nested too deeply');
  }
}

function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > maxOpen) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}

function placeOf({ range }: Document.Parsed): { readonly start: number; readonly end: number } {
  return { start: range[0], end: range[1] };
}

function toFault({
  code,
  pos: [start, end],
  message,
}: {
  readonly code: ErrorCode;
  readonly pos: readonly [number, number];
  readonly message: string;
}): SyntaxFault {
  return { code, start, end, detail: message };
}
