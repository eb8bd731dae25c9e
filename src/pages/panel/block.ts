import type { Children, ElementNode } from './h';
import { h } from './h';

/** A titled part of a card. */
export function block(
  name: string,
  title: string,
  aside: Children,
  ...children: readonly Children[]
): ElementNode {
  return h(
    'section',
    { key: name, class: `block block-${name}` },
    h('div', { class: 'blockHead' }, h('h4', {}, title), aside),
    children,
  );
}
