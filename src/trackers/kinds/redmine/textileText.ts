import { plainLists, plainTables, withoutMarks } from '../../mapping/markupLines';
import { inProse } from '../../mapping/markdownProse';
import { Verbatim } from '../../mapping/verbatim';

/** How much of a description is read: three times what is kept, as markup takes room too. */
const maxMarkup = 60_000;
const codeTag = /<(\/?)(pre|code|notextile)(?: class="[^"\n]{0,80}")?>/gi;
/** `\\2. `, `_. `, `>. `, `(class). ` at the beginning of a cell. */
const cellAttributes = /^(?:[_<>=~^-]|[\\/]\d{1,3}|\([^()\n]{0,80}\)|\{[^{}\n]{0,200}\}){1,6}\.[ \t]+/;

/**
 * The text of Redmine's markup, without the marks that make it hard to read. A Redmine uses Textile or Markdown and
 * does not say which; Markdown reads well as it is. Code stays as written in both.
 * https://www.redmine.org/projects/redmine/wiki/RedmineTextFormattingTextile
 */
export function textileText(markup: string): string {
  const text = Verbatim.clean(markup.slice(0, maxMarkup)).replace(/\r\n?/g, '\n');
  if (isMarkdown(text)) return inProse(text, (prose) => squeezed(withoutMacros(prose)));
  const kept = new Verbatim();
  return kept.restore(squeezed(fromTextile(text, kept)));
}

function squeezed(text: string): string {
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

/** Judged by what only one of them has. A `#` alone begins a heading of Markdown and a numbered list of Textile. */
function isMarkdown(text: string): boolean {
  if (/^(?:h[1-6]|bq|p)(?:\([^()\n]{0,80}\))?\.[ \t]|<pre>|"[^"\n]{1,300}":(?:https?:|\/)/m.test(text))
    return false;
  return /^ {0,3}(?:```|~~~)|^#{2,6}[ \t]+\S|\*\*\S[^*\n]{0,300}\*\*|\[[^[\]\n]{1,300}\]\((?:https?:|\/)|^[ \t]{0,8}- \S|^\|[ :|-]*---|^# .*\n\n/m.test(
    text,
  );
}

function fromTextile(text: string, kept: Verbatim): string {
  const plain = withoutMacros(withoutCode(text, kept))
    .replace(/^(?:h[1-6]|bq|p)(?:[<>=]|\([^()\n]{0,80}\)|\{[^{}\n]{0,200}\}){0,4}\.[ \t]+/gm, '')
    .replace(/!(?:[<>=]|\{[^{}\n]{0,200}\})?[^\s!|()]{1,300}\.\w{2,5}(?:\(([^()\n]{0,200})\))?!/g, '$1')
    .replace(
      /"([^"\n]{1,300})":(?:https?:|mailto:|\/)[^\s<>|]([^\s<>|]*)/g,
      (_, words: string, rest: string) => words + (/[.,;:!?)]$/.exec(rest)?.[0] ?? ''),
    )
    .replace(/%(?:\{[^{}\n]{0,200}\})([^%\n]{1,400})%/g, '$1');
  return withoutMarks(plainLists(plainTables(plain, cellAttributes)), '*_+');
}

/** Replaces wiki links by their words, and collapsible sections by their titles; removes tables of contents. */
function withoutMacros(text: string): string {
  return text
    .replace(/\[\[(?:[^[\]|\n]{1,300}\|)?([^[\]|\n]{1,300})\]\]/g, '$1')
    .replace(/\{\{[<>]?toc\}\}/g, '')
    .replace(/\{\{collapse(?:\(([^()\n]{0,300})\))?[ \t]*$/gm, (_, title: string | undefined) => title ?? '')
    .replace(/^[ \t]*\}\}[ \t]*$/gm, '');
}

/** Sets code aside: blocks, and `@code@` in a line. What is never closed is not code. */
function withoutCode(text: string, kept: Verbatim): string {
  let result = '';
  let from = 0;
  let open: { readonly name: string; readonly start: number } | undefined;
  for (const { 0: tag, 1: slash, 2: name = '', index } of text.matchAll(codeTag)) {
    const kind = name.toLowerCase();
    if (!open && slash === '') {
      result += text.slice(from, index);
      from = index + tag.length;
      open = { name: kind, start: from };
    } else if (open?.name === kind && slash === '/') {
      result += kept.keep(inner(text.slice(open.start, index)));
      from = index + tag.length;
      open = undefined;
    }
  }
  return (result + text.slice(from)).replace(
    /(^|[\s(])@(\S(?:[^@\n]{0,400}?\S)?)@(?=[\s.,;:!?)]|$)/gm,
    (_, before: string, code: string) => before + kept.keep(code),
  );
}

/** Code in `<pre><code class="ruby">` has a tag of its own. */
function inner(code: string): string {
  return code
    .replace(/^\s{0,20}<code(?: class="[^"\n]{0,80}")?>|<\/code>\s{0,20}$/gi, '')
    .replace(/^\n|\n$/g, '');
}
