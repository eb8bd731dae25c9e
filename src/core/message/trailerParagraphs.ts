import { meaningOfToken } from '../references/referenceTokens';
import { parseTrailers, trailerTokenOf, type Trailer } from './trailers';

/** Where git's own reading finds more: it allows text beside trailers of its own, and knows comments. */
const gitKnowsMore = /^(?:Signed-off-by: |\(cherry picked from commit |#)/m;

/**
 * The trailers of a message that is made: those that git reads, and those of every other paragraph that holds nothing but
 * trailers. Where a request with several commits is squashed, their messages stand one below the other, and often a
 * rule and co-authors below them. Lines with a token of the field (`Closes-Bug:`) count wherever they stand.
 */
export function trailersInParagraphs(subject: string, body: string): Trailer[] {
  if (!body.includes(':')) return [];
  const found = ownTrailers(body);
  if (!gitKnowsMore.test(body)) return found;
  const idOf = ({ token, value }: Trailer): string => `${token.toLowerCase()}:${value}`;
  const known = new Set(found.map(idOf));
  const ofGit = parseTrailers(`${subject}\n\n${body}`, { divider: false });
  return [...found, ...ofGit.filter((trailer) => !known.has(idOf(trailer)))];
}

function ownTrailers(body: string): Trailer[] {
  const found: Trailer[] = [];
  let paragraph: Trailer[] | undefined = [];
  for (let at = 0; at <= body.length;) {
    const feed = body.indexOf('\n', at);
    const line = body.slice(at, feed < 0 ? body.length : feed);
    at = feed < 0 ? body.length + 1 : feed + 1;
    if (isBlank(line)) {
      for (const trailer of paragraph ?? []) found.push(trailer);
      paragraph = [];
      continue;
    }
    const token = line.includes(':') ? trailerTokenOf(line) : undefined;
    const last: Trailer | undefined = paragraph?.at(-1);
    if (token !== undefined) {
      const trailer = { token, value: line.slice(line.indexOf(':') + 1).trim() };
      if (paragraph) paragraph.push(trailer);
      else if (meaningOfToken(token)) found.push(trailer);
    } else if (paragraph && last && /^[ \t]/.test(line)) {
      const value = last.value === '' ? line.trim() : `${last.value} ${line.trim()}`;
      paragraph[paragraph.length - 1] = { token: last.token, value };
    } else {
      for (const trailer of paragraph ?? []) if (meaningOfToken(trailer.token)) found.push(trailer);
      paragraph = undefined;
    }
  }
  for (const trailer of paragraph ?? []) found.push(trailer);
  return found;
}

function isBlank(line: string): boolean {
  return /^[ \t\r]*$/.test(line);
}
