import { decodeEntities } from './htmlEntities';

/** Three times what is kept of a description: markup takes room too. */
const maxHtml = 60_000;
/** Quoted values may contain what ends a tag; quotes that do not pair mean nothing. */
const anyTag = /<(\/?)([a-z][a-z\d]*)\b(?:(?:"[^"<]*"|'[^'<]*'|[^<>"'])*|[^<>]*)>|<[a-z!/][^>]*(?:>|$)/gi;
const paragraphs = new Set(['p', 'table', 'blockquote', 'hr', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const lines = new Set(['div', 'tr', 'section', 'article', 'header', 'footer', 'dt', 'dd', 'figcaption']);
/** How far lists in lists are indented at most. */
const maxIndent = 10;

/**
 * The text of a field that may contain HTML, for reading only: the result is never used as markup. A parser would be
 * more exact at the edges, but weighs a tenth of the extension.
 */
export function htmlText(text: string): string {
  if (!/<[a-z!/]|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text)) return text;
  const html = text
    // Embedded pictures are much longer than the text.
    .replace(/\bsrc=(["'])data:[^"']*\1/gi, '')
    .slice(0, maxHtml)
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[^]*?(?:-->|$)|<(script|style|title)\b[^]*?(?:<\/\1>|$)/gi, '');
  const walk = new HtmlWalk();
  let from = 0;
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(anyTag)) {
    walk.text(html.slice(from, index));
    walk.tag(name.toLowerCase(), slash === '/');
    from = index + tag.length;
  }
  walk.text(html.slice(from));
  return walk.result;
}

class HtmlWalk {
  private out = '';
  /** Line ends before the next content. */
  private gap = 0;
  private isSpace = false;
  private inCode = 0;
  /** The numbers of the open lists; 0 for a list without numbers. */
  private readonly lists: number[] = [];

  get result(): string {
    return this.out.trim();
  }

  text(html: string): void {
    const text = decodeEntities(html);
    if (this.inCode > 0) {
      // The first line end belongs to the tag.
      this.write(this.gap > 0 ? text.replace(/^\n/, '') : text);
      return;
    }
    const plain = text.replace(/[\0-\x20\u00A0]+/g, ' ');
    if (plain === '' || plain === ' ') {
      this.isSpace ||= plain !== '';
      return;
    }
    if (plain.startsWith(' ')) this.isSpace = true;
    this.write(plain.trim());
    this.isSpace = plain.endsWith(' ');
  }

  tag(name: string, isEnd: boolean): void {
    if (name === 'br') this.breakAfter(this.gap + 1);
    else if (name === 'pre') this.code(isEnd);
    else if (name === 'ul' || name === 'ol') this.list(name, isEnd);
    else if (name === 'li') this.item(isEnd);
    else if (paragraphs.has(name)) this.breakAfter(2);
    else if (lines.has(name)) this.breakAfter(1);
    else if (name === 'td' || name === 'th') this.isSpace = true;
  }

  private code(isEnd: boolean): void {
    this.breakAfter(2);
    this.inCode = isEnd ? Math.max(0, this.inCode - 1) : this.inCode + 1;
  }

  private list(name: string, isEnd: boolean): void {
    if (isEnd) this.lists.pop();
    this.breakAfter(this.lists.length > 0 ? 1 : 2);
    if (!isEnd) this.lists.push(name === 'ol' ? 1 : 0);
  }

  private item(isEnd: boolean): void {
    this.breakAfter(1);
    if (isEnd) return;
    const depth = Math.min(Math.max(this.lists.length - 1, 0), maxIndent);
    const number = this.lists.at(-1) ?? 0;
    if (number > 0) this.lists[this.lists.length - 1] = number + 1;
    this.write(`${'  '.repeat(depth)}${number > 0 ? `${number}.` : '-'}`);
    this.isSpace = true;
  }

  private breakAfter(count: number): void {
    this.gap = Math.max(this.gap, Math.min(count, 2));
    this.isSpace = false;
  }

  private write(text: string): void {
    if (text === '') return;
    if (this.out !== '') this.out += this.gap > 0 ? '\n'.repeat(this.gap) : this.isSpace ? ' ' : '';
    this.out += text;
    this.gap = 0;
    this.isSpace = false;
  }
}
