import { plainLists, plainTables, withoutMarks } from '../../mapping/markupLines';
import { Verbatim } from '../../mapping/verbatim';

/** Three times what is kept of a description: markup takes room too. */
const maxMarkup = 60_000;
const codeMark = /(?<!\\)\{(code|noformat)(?::([^{}\n]{0,200}))?\}/g;

/**
 * The text of Jira's wiki markup, without the marks that make it hard to read: macros, headings, link targets,
 * pictures. Code stays as written, and titles of macros, names and words stay where they were.
 * https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export function wikiText(markup: string): string {
  const kept = new Verbatim();
  const text = Verbatim.clean(markup.slice(0, maxMarkup)).replace(/\r\n?/g, '\n');
  const marked = withoutCode(text, kept)
    .replace(/\\([{}[\]*_!|+^~-])/g, (_, escaped: string) => kept.keep(escaped))
    .replace(/\\\\(?=\s|$)/gm, '\n')
    .replace(/\{(?:panel|expand|quote|color|anchor|info|note|warning|tip)(?::([^{}\n]{0,200}))?\}/g, macro)
    .replace(/^[ \t]*h[1-6]\.[ \t]+/gm, '')
    .replace(/^[ \t]*bq\.[ \t]+/gm, '')
    .replace(/^[ \t]*-{4,}[ \t]*$/gm, '')
    .replace(/!(?:[^\s!|]{1,300}\.\w{2,5}|https?:[^\s!|]{1,2000})(?:\|([^!\n]{0,200}))?!/g, picture);
  const lined = plainLists(plainTables(marked)).replace(/\[([^[\]\n]{1,2400})\]/g, link);
  return kept.restore(
    withoutMarks(lined, '*_+')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

/** Sets code aside, on lines of its own, without its marks but with its title. What is never closed is not code. */
function withoutCode(text: string, kept: Verbatim): string {
  let result = '';
  let from = 0;
  let open: { readonly name: string; readonly title: string; readonly start: number } | undefined;
  for (const { 0: mark, 1: name = '', 2: options, index } of text.matchAll(codeMark)) {
    if (!open) {
      result += text.slice(from, index);
      open = { name, title: titleIn(options), start: index + mark.length };
      from = open.start;
    } else if (open.name === name && options === undefined) {
      const code = text.slice(open.start, index).replace(/^[ \t]*\n|\n[ \t]*$/g, '');
      const lines = [open.title, kept.keep(code)].filter((line) => line !== '');
      result += `${ownLine(result)}${lines.join('\n')}\n`;
      from = index + mark.length;
      if (text.startsWith('\n', from)) from += 1;
      open = undefined;
    }
  }
  return (result + text.slice(from)).replace(/\{\{([^{}\n]{1,400})\}\}/g, (_, code: string) =>
    kept.keep(code),
  );
}

function ownLine(before: string): string {
  return before === '' || before.endsWith('\n') ? '' : '\n';
}

/** A macro's title: `title=Why|borderStyle=solid`. */
function titleIn(options: string | undefined): string {
  const parts = (options ?? '').split('|');
  return (
    parts
      .find((part) => part.startsWith('title='))
      ?.slice('title='.length)
      .trim() ?? ''
  );
}

/** A macro without its marks; `{expand:Why}` has its title without a name. */
function macro(whole: string, options: string | undefined): string {
  if (options === undefined) return '';
  const title = titleIn(options);
  if (title !== '') return `${title}\n`;
  return whole.startsWith('{expand') && !options.includes('=') ? `${options.trim()}\n` : '';
}

function picture(_: string, options: string | undefined): string {
  return (
    options
      ?.split(/[|,]/)
      .find((part) => part.trim().startsWith('alt='))
      ?.trim()
      .slice('alt='.length) ?? ''
  );
}

/** `[words|target]`, `[~person]`, `[^file]`, `[https://…]`; anything else stays as it is. */
function link(whole: string, inside: string): string {
  const [words = '', target] = inside.split('|');
  if (target !== undefined) return words.trim() === '' ? target : words;
  if (inside.startsWith('~')) return `@${inside.slice(1).replace(/^accountid:.*/, '…')}`;
  if (inside.startsWith('^')) return inside.slice(1);
  return /^(?:https?:|mailto:)\S+$/.test(inside) ? inside.replace(/^mailto:/, '') : whole;
}
