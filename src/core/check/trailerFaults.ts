import { trailersInParagraphs } from '../message/trailerParagraphs';
import { isSameToken, trailerTokenOf } from '../message/trailers';
import { referencesInValue } from '../references/referencesInValue';
import { withoutGoalIn } from '../report/namedKeys';

/** Why a line that looks like our trailer names no goal. */
export type TrailerFault =
  /** It stands in the middle of other text, where no trailer is read. */
  | { readonly kind: 'stranded'; readonly line: string }
  /** Its value is neither a key nor `none`. */
  | { readonly kind: 'value'; readonly line: string };

const maxLine = 120;

/** The lines of a message that look like our trailer but do not work as one. */
export function trailerFaults(subject: string, body: string, token: string): TrailerFault[] {
  const lines = body.split(/\r?\n/).filter((line) => {
    const found = trailerTokenOf(line);
    return found !== undefined && isSameToken(found, token);
  });
  if (lines.length === 0) return [];
  const read = trailersInParagraphs(subject, body).filter((each) => isSameToken(each.token, token));
  const bad = read.filter(
    ({ value }) => referencesInValue(value).length === 0 && withoutGoalIn(value) === undefined,
  );
  const shown = (line: string): string => line.trim().slice(0, maxLine);
  return [
    ...bad.map(({ value }) => ({ kind: 'value' as const, line: shown(`${token}: ${value}`) })),
    ...lines
      .slice(0, lines.length - read.length)
      .map((line) => ({ kind: 'stranded' as const, line: shown(line) })),
  ];
}
