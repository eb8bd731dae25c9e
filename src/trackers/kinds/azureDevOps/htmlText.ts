import { pictureWords } from '../../mapping/pictureWords';
import { decodeEntities } from './htmlEntities';

/** Three times what is kept of a description: markup takes room too. */
const maxHtml = 60_000;
/** Quoted values may contain what ends a tag; quotes that do not pair mean nothing. */
const anyTag = /<(\/?)([a-z][a-z\d]*)\b(?:(?:"[^"<]*"|'[^'<]*'|[^<>"'])*|[^<>]*)>|<[a-z!/][^>]*(?:>|$)/gi;
const paragraphs = new Set(['p', 'table', 'blockquote', 'hr', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const lines = new Set([
  ...['div', 'tr', 'section', 'article', 'header', 'footer', 'dt', 'dd', 'figcaption', 'caption'],
  ...['main', 'aside', 'nav', 'figure', 'address', 'details', 'summary', 'fieldset', 'legend', 'option'],
]);
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
    walk.tag(name.toLowerCase(), slash === '/', tag);
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
  /** Whether an item has begun and has no content yet. */
  private isItemEmpty = false;
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

  /** `whole` is the tag as it stands. */
  tag(name: string, isEnd: boolean, whole: string): void {
    if (name === 'pre') this.code(isEnd);
    else if (name === 'ul' || name === 'ol') this.list(name, isEnd, whole);
    else if (name === 'li') this.item(isEnd);
    else if (name === 'img') this.picture(whole);
    // A paragraph that begins an item stands beside its mark.
    else if (this.isItemEmpty) return;
    else if (name === 'br') this.breakAfter(this.gap + 1);
    else if (paragraphs.has(name)) this.breakAfter(2);
    else if (lines.has(name)) this.breakAfter(1);
    else if (name === 'td' || name === 'th') this.isSpace = true;
  }

  private code(isEnd: boolean): void {
    this.breakAfter(2);
    this.inCode = isEnd ? Math.max(0, this.inCode - 1) : this.inCode + 1;
  }

  private picture(whole: string): void {
    const [, alt] = /\salt\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/i.exec(whole) ?? [];
    const words = pictureWords(decodeEntities(alt?.replace(/^["']|["']$/g, '') ?? ''));
    if (words === '') return;
    this.isSpace = true;
    this.write(words.replace(/\s+/g, ' '));
    this.isSpace = true;
  }

  private list(name: string, isEnd: boolean, whole: string): void {
    if (isEnd) this.lists.pop();
    this.breakAfter(this.lists.length > 0 ? 1 : 2);
    const [, start = '1'] = /\sstart\s*=\s*["']?(\d{1,6})/i.exec(whole) ?? [];
    if (!isEnd) this.lists.push(name === 'ol' ? Math.max(Number(start), 1) : 0);
  }

  private item(isEnd: boolean): void {
    this.breakAfter(1);
    if (isEnd) {
      // What ends within an item is no end of the list.
      this.gap = 1;
      return;
    }
    const depth = Math.min(Math.max(this.lists.length - 1, 0), maxIndent);
    const number = this.lists.at(-1) ?? 0;
    if (number > 0) this.lists[this.lists.length - 1] = number + 1;
    this.write(`${'  '.repeat(depth)}${number > 0 ? `${number}.` : '-'}`);
    this.isSpace = true;
    this.isItemEmpty = true;
  }

  private breakAfter(count: number): void {
    this.gap = Math.max(this.gap, Math.min(count, 2));
    this.isSpace = false;
    this.isItemEmpty = false;
  }

  private write(text: string): void {
    if (text === '') return;
    // What a tag stood between is no tag itself.
    this.isSpace ||= this.out.endsWith('<') && /^[a-z!/]/i.test(text);
    if (this.out !== '') this.out += this.gap > 0 ? '\n'.repeat(this.gap) : this.isSpace ? ' ' : '';
    this.out += text;
    this.gap = 0;
    this.isSpace = false;
    this.isItemEmpty = false;
  }
}
