import { meaningOfToken } from '../references/referenceTokens';
import { parseTrailers, trailerTokenOf, type Trailer } from './trailers';

/**
 * The trailers of a message that is made: those that git reads, and those of every other paragraph that holds nothing but
 * trailers. Where a request with several commits is squashed, their messages stand one below the other, and often a
 * rule and co-authors below them. Lines with a token of the field (`Closes-Bug:`) count wherever they stand.
 */
export function trailersInParagraphs(subject: string, body: string): Trailer[] {
  const ofGit = parseTrailers(`${subject}\n\n${body}`, { divider: false });
  if (!body.includes(':')) return ofGit;
  const found: Trailer[] = [];
  let paragraph: Trailer[] | undefined = [];
  const end = (): void => {
    if (paragraph) for (const trailer of paragraph) found.push(trailer);
    paragraph = [];
  };
  for (const line of body.split('\n')) {
    const token = trailerTokenOf(line);
    const value = line.slice(line.indexOf(':') + 1).trim();
    if (/^[ \t\r]*$/.test(line)) {
      end();
    } else if (!paragraph) {
      if (token !== undefined && meaningOfToken(token)) found.push({ token, value });
    } else {
      const last: Trailer | undefined = paragraph.at(-1);
      if (token !== undefined) paragraph.push({ token, value });
      else if (/^[ \t]/.test(line) && last)
        paragraph[paragraph.length - 1] = { token: last.token, value: `${last.value} ${line.trim()}` };
      else {
        found.push(...paragraph.filter((each) => meaningOfToken(each.token)));
        paragraph = undefined;
      }
    }
  }
  end();
  const idOf = ({ token, value }: Trailer): string => `${token.toLowerCase()}:${value}`;
  const known = new Set(found.map(idOf));
  return [...found, ...ofGit.filter((trailer) => !known.has(idOf(trailer)))];
}
