import { pictureWords } from '../../mapping/pictureWords';

/** The deepest nesting that is read; nothing that people write is nested deeper. */
const deepest = 60;
/** How much text is collected, as much as a goal keeps, so that a huge document costs no more than a large one. */
const longest = 40_000;

interface AdfNode {
  readonly type: string;
  readonly text?: unknown;
  readonly attrs?: unknown;
  readonly content?: unknown;
}

/**
 * The plain text of a document in the Atlassian Document Format: paragraphs between blank lines, lists with hyphens or
 * numbers, tasks with their state, code as written, and what is said of pictures in their place. Empty for anything else.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function adfText(document: unknown): string {
  return isNode(document) ? new AdfWalk().blocksOf(document, 0) : '';
}

class AdfWalk {
  private left = longest;

  /** The blocks in a node: adjacent inline nodes form one block. */
  blocksOf(node: AdfNode, depth: number, between = '\n\n'): string {
    const title = textIn(node.attrs, 'title');
    const blocks: string[] = titled.has(node.type) && title ? [this.take(title)] : [];
    let line = '';
    for (const child of childrenOf(node, depth)) {
      if (this.left <= 0) break;
      const inline = this.inlineOf(child);
      if (inline !== undefined) {
        line += inline;
        continue;
      }
      blocks.push(line, this.blockOf(child, depth + 1));
      line = '';
    }
    return [...blocks, line]
      .map((block) => block.trimEnd().replace(/^\n+/, ''))
      .filter((block) => block !== '')
      .join(between);
  }

  private blockOf(node: AdfNode, depth: number): string {
    switch (node.type) {
      case 'bulletList':
      case 'taskList':
      case 'decisionList':
        return this.listOf(node, depth, () => '- ');
      case 'orderedList': {
        const first = numberIn(node.attrs, 'order') ?? 1;
        return this.listOf(node, depth, (index) => `${first + index}. `);
      }
      case 'tableRow':
        return this.rowOf(childrenOf(node, depth), depth);
      case 'extension':
      case 'bodiedExtension':
      case 'multiBodiedExtension':
        return [this.take(textIn(node.attrs, 'text') ?? ''), this.blocksOf(node, depth)]
          .filter((part) => part !== '')
          .join('\n\n');
      case 'table':
        return childrenOf(node, depth)
          .map((row) => this.blockOf(row, depth + 1))
          .filter((row) => row !== '')
          .join('\n');
      default:
        return this.blocksOf(node, depth);
    }
  }

  /** A row on one line, except for code, which keeps its lines. */
  private rowOf(cells: readonly AdfNode[], depth: number): string {
    const hasCode = cells.some(
      ({ content }) => Array.isArray(content) && content.filter(isNode).some(isCode),
    );
    const texts = cells.map((cell) => this.blocksOf(cell, depth + 1, hasCode ? '\n' : ' '));
    return hasCode ? texts.join('\n') : texts.map((text) => text.replace(/\s+/g, ' ')).join(' | ');
  }

  private listOf(list: AdfNode, depth: number, markOf: (index: number) => string): string {
    return childrenOf(list, depth)
      .map((item, index) => {
        const isNested = item.type === list.type;
        const text = (
          isNested ? this.blockOf(item, depth + 1) : this.blocksOf(item, depth + 1, '\n')
        ).replaceAll('\n', '\n  ');
        return text === '' ? '' : `${isNested ? '  ' : markOf(index) + stateOf(item)}${text}`;
      })
      .filter((line) => line !== '')
      .join('\n');
  }

  /** The text of an inline node; undefined for one that is a block. */
  private inlineOf({ type, text, attrs }: AdfNode): string | undefined {
    // Whatever types are still to come: what has a text of its own is one.
    if (typeof text === 'string') return this.take(text);
    const read = inlineTexts.get(type);
    return read && this.take(read(attrs));
  }

  private take(text: string): string {
    const taken = text.slice(0, Math.max(this.left, 0));
    this.left -= taken.length;
    return taken;
  }
}

const ownText = (attrs: unknown): string => textIn(attrs, 'text') ?? '';

/** What a line may contain besides plain text. */
const inlineTexts: ReadonlyMap<string, (attrs: unknown) => string> = new Map([
  ['hardBreak', () => '\n'],
  // Where Jira may not tell the name, the sentence still needs somebody.
  ['mention', (attrs: unknown) => (ownText(attrs).trim() === '' ? '@…' : ownText(attrs))],
  ['status', ownText],
  ['placeholder', ownText],
  ['inlineExtension', ownText],
  ['emoji', (attrs: unknown) => textIn(attrs, 'text') ?? textIn(attrs, 'shortName') ?? ''],
  ['inlineCard', (attrs: unknown) => textIn(attrs, 'url') ?? textOfData(attrs)],
  ['date', dayOf],
  ['mediaInline', saidOfPicture],
  ['media', saidOfPicture],
]);

function saidOfPicture(attrs: unknown): string {
  return pictureWords(textIn(attrs, 'alt') ?? '');
}

/** What has its own title besides its content. */
const titled: ReadonlySet<string> = new Set(['expand', 'nestedExpand', 'panel']);

function isCode({ type }: AdfNode): boolean {
  return type === 'codeBlock';
}

function stateOf({ type, attrs }: AdfNode): string {
  if (type !== 'taskItem' && type !== 'blockTaskItem') return '';
  return textIn(attrs, 'state') === 'DONE' ? '[x] ' : '[ ] ';
}

/** A card may contain what it leads to, as JSON-LD, instead of its address. */
function textOfData(attrs: unknown): string {
  const data: unknown = typeof attrs === 'object' && attrs !== null ? Reflect.get(attrs, 'data') : undefined;
  return [textIn(data, 'name'), textIn(data, 'url')].filter(Boolean).join(' ');
}

function childrenOf({ type, content, attrs }: AdfNode, depth: number): readonly AdfNode[] {
  if (depth >= deepest) return [];
  if (type === 'blockCard' || type === 'embedCard') return [{ type: 'inlineCard', attrs }];
  return Array.isArray(content) ? content.filter(isNode) : [];
}

function isNode(value: unknown): value is AdfNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A date is stored as milliseconds in a text. */
function dayOf(attrs: unknown): string {
  const time = Number(textIn(attrs, 'timestamp') ?? NaN);
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 10) : '';
}

function textIn(attrs: unknown, name: string): string | undefined {
  const value: unknown = typeof attrs === 'object' && attrs !== null ? Reflect.get(attrs, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function numberIn(attrs: unknown, name: string): number | undefined {
  const value: unknown = typeof attrs === 'object' && attrs !== null ? Reflect.get(attrs, name) : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}
