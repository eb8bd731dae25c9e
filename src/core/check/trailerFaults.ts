import { isSameToken, parseTrailers, trailerTokenOf } from '../message/trailers';
import { keysInValue } from '../references/goalKeys';
import { withoutGoalIn } from '../report/namedKeys';

/** Why a line that looks like our trailer names no goal. */
export type TrailerFault =
  /** It stands where git reads no trailer. */
  | { readonly kind: 'stranded'; readonly line: string }
  /** Its value is neither a key nor `none`. */
  | { readonly kind: 'value'; readonly line: string };

const maxLine = 120;

/** The lines of a message that look like our trailer and do not do what was meant. */
export function trailerFaults(message: string, token: string): TrailerFault[] {
  const lines = message.split(/\r?\n/).filter((line) => {
    const found = trailerTokenOf(line);
    return found !== undefined && isSameToken(found, token);
  });
  if (lines.length === 0) return [];
  const read = parseTrailers(message, { divider: false }).filter((each) => isSameToken(each.token, token));
  const bad = read.filter(
    ({ value }) => keysInValue(value).length === 0 && withoutGoalIn(value) === undefined,
  );
  const shown = (line: string): string => line.trim().slice(0, maxLine);
  return [
    ...bad.map(({ value }) => ({ kind: 'value' as const, line: shown(`${token}: ${value}`) })),
    ...lines
      .slice(0, lines.length - read.length)
      .map((line) => ({ kind: 'stranded' as const, line: shown(line) })),
  ];
}
