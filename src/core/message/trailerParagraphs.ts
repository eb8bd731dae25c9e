import { meaningOfToken } from '../references/referenceTokens';
import { parseTrailers, trailerTokenOf, type Trailer } from './trailers';

/** When git's own parser finds more: it allows text next to its own trailers, and recognizes comments. */
const gitKnowsMore = /^(?:Signed-off-by: |\(cherry picked from commit |#)/m;
/** When git may find more even though the last paragraph is all trailers: it skips such lines and looks further up. */
const gitLeavesOut = /^(?:\(cherry picked from commit |#|Conflicts:)/m;

/**
 * The trailers of a finished message: those that git reads, and those of every other paragraph made up only of
 * trailers. When a request with several commits is squashed, their messages follow one another, often with a rule and
 * co-authors below. Lines with a commonly used token (`Closes-Bug:`) count anywhere.
 */
export function trailersInParagraphs(subject: string, body: string): Trailer[] {
  if (!body.includes(':')) return [];
  const { found, areLast } = ownTrailers(body);
  if (!(areLast ? gitLeavesOut : gitKnowsMore).test(body)) return found;
  const idOf = ({ token, value }: Trailer): string => `${token.toLowerCase()}:${value}`;
  const known = new Set(found.map(idOf));
  const ofGit = parseTrailers(`${subject}\n\n${body}`, { divider: false });
  return [...found, ...ofGit.filter((trailer) => !known.has(idOf(trailer)))];
}

/** The trailers, and whether the last paragraph has nothing else. */
function ownTrailers(body: string): { readonly found: Trailer[]; readonly areLast: boolean } {
  const found: Trailer[] = [];
  let paragraph = new Paragraph();
  let areLast = false;
  const end = (): void => {
    if (paragraph.isEmpty) return;
    for (const trailer of paragraph.trailers) found.push(trailer);
    areLast = !paragraph.isProse;
    paragraph = new Paragraph();
  };
  for (let at = 0; at <= body.length;) {
    const feed = body.indexOf('\n', at);
    const lineEnd = feed < 0 ? body.length : feed;
    const line = body.slice(at, lineEnd);
    at = lineEnd + 1;
    if (isBlank(line)) end();
    else paragraph.add(line);
  }
  end();
  return { found, areLast };
}

/** Collects the trailers of one paragraph, line by line. */
class Paragraph {
  private readonly found: { readonly token: string; value: string }[] = [];
  /** Whether there is anything but trailers. */
  isProse = false;
  private isOpen = false;

  get isEmpty(): boolean {
    return !this.isProse && this.found.length === 0;
  }

  /** All of them if there is nothing else, else those with commonly used tokens. */
  get trailers(): readonly Trailer[] {
    return this.isProse ? this.found.filter(({ token }) => meaningOfToken(token)) : this.found;
  }

  add(line: string): void {
    const token = line.includes(':') ? trailerTokenOf(line) : undefined;
    const last = this.found.at(-1);
    if (token !== undefined) {
      this.found.push({ token, value: line.slice(line.indexOf(':') + 1).trim() });
      this.isOpen = true;
    } else if (this.isOpen && last && /^[ \t]/.test(line)) {
      last.value = last.value === '' ? line.trim() : `${last.value} ${line.trim()}`;
    } else {
      this.isProse = true;
      this.isOpen = false;
    }
  }
}

function isBlank(line: string): boolean {
  return line === '' || /^[ \t\r]*$/.test(line);
}
