import type { SyntaxFault } from './parseYaml';

/** A person's mistake of which the parser only notices a consequence. */
export interface Mistake {
  readonly kind: 'indent' | 'noSpace' | 'afterQuote' | 'noColon';
  /** Whether it is on the line below the one where the parser noticed it. */
  readonly isOnNext?: true;
}

/** The line of a fault, the column in it, and the next line with content. */
export interface FaultPlace {
  readonly line: string;
  readonly column: number;
  readonly next: string;
}

const colonCodes: ReadonlySet<SyntaxFault['code']> = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
]);
const entry = /^ *(?:- +)*[\w-]+ *:(?= |$)/;

/** The mistake behind a fault, if the lines show it; undefined if the parser's own message is the best there is. */
export function realMistake({ code, detail }: SyntaxFault, place: FaultPlace): Mistake | undefined {
  if (code === 'UNEXPECTED_TOKEN') return unexpected(place);
  if (colonCodes.has(code)) return misread(place);
  return detail.includes('need to be followed by map values') ? { kind: 'noColon' } : undefined;
}

function unexpected({ line, column }: FaultPlace): Mistake | undefined {
  const before = line.slice(0, column);
  if (before.trim() === '' && (entry.test(line) || /^ *-(?= |$)/.test(line))) return { kind: 'indent' };
  const isQuoted = /^ *(?:- +)*[\w-]+ *: +("[^"]*"|'[^']*') *$/.test(before);
  return isQuoted ? { kind: 'afterQuote' } : undefined;
}

/** What the parser takes for a map inside a value. */
function misread({ line, next }: FaultPlace): Mistake | undefined {
  if (/^ *(?:- +)*[\w-]+:(?!\/\/)[^\s]/.test(line)) return { kind: 'noSpace' };
  const head = entry.exec(line)?.[0];
  if (head === undefined || line.slice(head.length).trim() === '' || !entry.test(next)) return undefined;
  const isDeeper = next.search(/[^ ]/) > line.search(/[\w-]+ *:/);
  return isDeeper ? { kind: 'indent', isOnNext: true } : undefined;
}
