import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Path } from '../record/path';
import { keyName } from './plainReader';

/** Start and end as UTF-16 offsets. */
export type Span = readonly [start: number, end: number];

/**
 * Where the value at a path, or its name, is written; for one that is not written, the nearest map or list above it.
 */
export function locate(root: Node | null, path: Path, part: 'name' | 'value' = 'value'): Span {
  let span = spanOf(root) ?? [0, 0];
  let node: unknown = root;
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1;
    if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      span = spanOf(node) ?? span;
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyName(key) === String(step));
      if (!pair) break;
      const name = spanOf(pair.key) ?? span;
      span = isLast && part === 'name' ? name : (spanOf(pair.value) ?? name);
      node = pair.value;
    } else break;
  }
  return span;
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  // An empty value has no width.
  if (!range || (isScalar(node) && range[0] === range[1])) return undefined;
  return [range[0], range[1]];
}
