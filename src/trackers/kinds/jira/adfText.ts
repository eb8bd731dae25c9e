/** Nothing that people write is nested deeper; what is deeper is left out. */
const deepest = 60;
/** No more text than a goal keeps is collected, so that a huge document costs no more than a large one. */
const longest = 40_000;

interface AdfNode {
  readonly type: string;
  readonly text?: unknown;
  readonly attrs?: unknown;
  readonly content?: unknown;
}

/**
 * The plain text of a document in the Atlassian Document Format: paragraphs between blank lines, lists with hyphens or
 * numbers, media left out. What is not such a document gives an empty text.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function adfText(document: unknown): string {
  return isNode(document) ? new AdfWalk().blocksOf(document, 0) : '';
}

class AdfWalk {
  private left = longest;

  /** The blocks in a node: inline nodes that stand side by side are one block. */
  blocksOf(node: AdfNode, depth: number): string {
    const blocks: string[] = [];
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
      .join('\n\n');
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
        return childrenOf(node, depth)
          .map((cell) => this.blocksOf(cell, depth + 1).replace(/\s+/g, ' '))
          .join(' | ');
      case 'table':
        return childrenOf(node, depth)
          .map((row) => this.blockOf(row, depth + 1))
          .filter((row) => row !== '')
          .join('\n');
      default:
        return this.blocksOf(node, depth);
    }
  }

  private listOf(list: AdfNode, depth: number, markOf: (index: number) => string): string {
    return childrenOf(list, depth)
      .map((item, index) => {
        const isNested = item.type === list.type;
        const text = (isNested ? this.blockOf(item, depth + 1) : this.blocksOf(item, depth + 1))
          .replace(/\n{2,}/g, '\n')
          .replaceAll('\n', '\n  ');
        return text === '' ? '' : `${isNested ? '  ' : markOf(index)}${text}`;
      })
      .filter((line) => line !== '')
      .join('\n');
  }

  /** The text of an inline node; undefined for one that is a block. */
  private inlineOf({ type, text, attrs }: AdfNode): string | undefined {
    switch (type) {
      case 'text':
        return this.take(typeof text === 'string' ? text : '');
      case 'hardBreak':
        return this.take('\n');
      case 'mention':
      case 'status':
        return this.take(textIn(attrs, 'text') ?? '');
      case 'emoji':
        return this.take(textIn(attrs, 'text') ?? textIn(attrs, 'shortName') ?? '');
      case 'inlineCard':
        return this.take(textIn(attrs, 'url') ?? '');
      case 'date':
        return this.take(dayOf(attrs));
      case 'mediaInline':
        return '';
      default:
        return undefined;
    }
  }

  private take(text: string): string {
    const taken = text.slice(0, Math.max(this.left, 0));
    this.left -= taken.length;
    return taken;
  }
}

function childrenOf({ type, content, attrs }: AdfNode, depth: number): readonly AdfNode[] {
  if (depth >= deepest || type.startsWith('media')) return [];
  if (type === 'blockCard' || type === 'embedCard') return [{ type: 'inlineCard', attrs }];
  return Array.isArray(content) ? content.filter(isNode) : [];
}

function isNode(value: unknown): value is AdfNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A date stands there as milliseconds in a text. */
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
