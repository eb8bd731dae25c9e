import * as l10n from '@vscode/l10n';
import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';

/** An entry that cannot be read at all. */
export class UnreadableEntry extends Error {
  constructor(
    message: string,
    readonly node: Node,
  ) {
    super(message);
  }
}

/** Deeper than any goal, and shallow enough for every recursion over it. */
const maxDepth = 16;
/** How many values all aliases of one file together may stand for. */
const maxAliasValues = 100_000;
/** How much of a name a message shows, in UTF-16 units. */
const maxShown = 40;

/** Turns YAML nodes into plain values: maps without a prototype, lists, text, numbers, booleans and null. */
export class PlainReader {
  private readonly anchors = new Map<string, Node>();
  private aliasValues = 0;

  /** Remembers the anchors below a node, which later aliases may name. */
  rememberAnchors(node: unknown): void {
    this.remember(node);
    if (isSeq(node)) for (const item of node.items) this.rememberAnchors(item);
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        this.rememberAnchors(key);
        this.rememberAnchors(value);
      }
    }
  }

  /**
   * The value of a node of this file. Leaves out and reports parts that cannot be used; throws `UnreadableEntry` if
   * nothing of it should be used.
   */
  read(node: unknown, report: (at: Node, message: string) => void): unknown {
    return this.value(node, report, 0, false);
  }

  private value(
    node: unknown,
    report: (at: Node, message: string) => void,
    depth: number,
    inAlias: boolean,
  ): unknown {
    this.remember(node);
    if (inAlias) this.aliasValues += 1;
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (!target) {
        const message = l10n.t(
          '*{0} stands for nothing: name a value with &{0} above it, or write the value out.',
          node.source.slice(0, maxShown),
        );
        report(node, message);
        return undefined;
      }
      this.guard(node, depth, true);
      return this.value(target, report, depth + 1, true);
    }
    if (isScalar(node)) return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    if (isSeq(node)) {
      this.guard(node, depth, inAlias);
      return node.items.map((item) => this.value(item, report, depth + 1, inAlias));
    }
    if (isMap(node)) {
      this.guard(node, depth, inAlias);
      return this.map(node, (value) => this.value(value, report, depth + 1, inAlias), report);
    }
    return null;
  }

  private map(
    node: YAMLMap,
    valueOf: (value: unknown) => unknown,
    report: (at: Node, message: string) => void,
  ): object {
    const map = Object.create(null) as Record<string, unknown>;
    for (const { key, value } of node.items) {
      const name = keyName(key);
      if (name === undefined) report(key as Node, l10n.t('A name before a colon must be a word here.'));
      else if (name in map)
        report(
          key as Node,
          l10n.t(
            '"{0}" is written twice in one place; the first is used. Keep one.',
            name.slice(0, maxShown),
          ),
        );
      else map[name] = valueOf(value);
    }
    return map;
  }

  private remember(node: unknown): void {
    if ((isScalar(node) || isSeq(node) || isMap(node)) && node.anchor !== undefined)
      this.anchors.set(node.anchor, node);
  }

  private guard(node: Node, depth: number, inAlias: boolean): void {
    if (depth > maxDepth) {
      const message = l10n.t(
        'This entry is nested too deeply: write it out plainly. It is left out until then.',
      );
      throw new UnreadableEntry(message, node);
    }
    if (inAlias && this.aliasValues > maxAliasValues) {
      const message = l10n.t(
        'This entry uses aliases that stand for too many values: write it out plainly. It is left out until then.',
      );
      throw new UnreadableEntry(message, node);
    }
  }
}

/** The text of a map's key; numbers and the like count as written. */
export function keyName(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
