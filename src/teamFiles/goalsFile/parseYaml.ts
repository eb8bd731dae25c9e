import { parseDocument, type ErrorCode, type ParsedNode } from 'yaml';

/** A fault in the YAML itself; offsets are UTF-16 offsets in the text that was parsed. */
export interface SyntaxFault {
  readonly code: ErrorCode;
  readonly start: number;
  readonly end: number;
  /** The parser's own words. */
  readonly detail: string;
}

/** What was read of a YAML text. */
export interface YamlText {
  readonly contents: ParsedNode | null;
  readonly faults: readonly SyntaxFault[];
  readonly warnings: readonly SyntaxFault[];
}

/** Parses YAML 1.2 with the core schema only: no custom tags, no merge keys, no dates. */
export function parseYaml(text: string): YamlText {
  // The parser makes an Error for each fault, and most of the time that a hostile file takes is their stack traces.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const document = parseDocument(text, {
      schema: 'core',
      version: '1.2',
      merge: false,
      resolveKnownTags: false,
      // The parser compares every key of a map with every other; doubles are found in plainReader.ts.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
    return {
      contents: document.contents,
      faults: document.errors.map(toFault),
      warnings: document.warnings.map(toFault),
    };
  } catch (error) {
    const fault = { code: 'RESOURCE_EXHAUSTION', start: 0, end: text.length, detail: String(error) } as const;
    return { contents: null, faults: [fault], warnings: [] };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
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
