import { compile } from 'html-to-text';

/** Three times what is kept of a description: markup takes room too. */
const longestHtml = 60_000;
/** The library walks the tree by calling itself: a text nested without end would fill the stack. */
const deepest = 50;

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const convert = compile({
  wordwrap: false,
  limits: { maxDepth: deepest, maxChildNodes: 2_000 },
  selectors: [
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
  ],
});

/** The text of a field that may hold HTML. */
export function plainText(text: string): string {
  if (!/<[a-z!/]|&(#\d+|#x[\da-f]+|[a-z]+);/i.test(text)) return text;
  // Pictures that stand in the text itself are much longer than the text.
  return convert(text.replace(/\bsrc=(["'])data:[^"']*\1/gi, '').slice(0, longestHtml));
}
