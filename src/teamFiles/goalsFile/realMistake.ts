import type { SyntaxFault } from './parseYaml';

/** What a person did wrong where the parser only notices a consequence of it. */
export interface Mistake {
  readonly kind: 'indent' | 'noSpace' | 'afterQuote' | 'noColon';
  /** It is the line below the one where the parser noticed it. */
  readonly isOnNext?: true;
}

/** The line of a fault, the column in it, and the next line with something on it. */
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

/** The mistake behind a fault, where the lines show it; undefined where the parser's own word is the best there is. */
export function realMistake(
  { code, detail }: SyntaxFault,
  { line, column, next }: FaultPlace,
): Mistake | undefined {
  if (code === 'UNEXPECTED_TOKEN') {
    const isAtStart = line.slice(0, column).trim() === '';
    if (isAtStart && (entry.test(line) || /^ *-(?= |$)/.test(line))) return { kind: 'indent' };
    if (/^ *(?:- +)*[\w-]+ *: +("[^"]*"|'[^']*') *$/.test(line.slice(0, column)))
      return { kind: 'afterQuote' };
  }
  if (colonCodes.has(code)) {
    if (/^ *(?:- +)*[\w-]+:(?!\/\/)[^\s]/.test(line)) return { kind: 'noSpace' };
    const [head = ''] = entry.exec(line) ?? [];
    const name = /[\w-]/.exec(head)?.index ?? -1;
    const isDeeper = (/^ */.exec(next)?.[0].length ?? 0) > name;
    if (head !== '' && line.slice(head.length).trim() !== '' && isDeeper && entry.test(next)) {
      return { kind: 'indent', isOnNext: true };
    }
  }
  return /need to be followed by map values/.test(detail) ? { kind: 'noColon' } : undefined;
}
