import { h, type VNode } from 'preact';
import { iconSources, type IconName } from './iconSources';
import './icon.css';

const drawings = new Map<IconName, Element>();

/** One of the bundled icons; purely decorative, as the text next to it carries the meaning. */
export function Icon({ name, class: more }: { readonly name: IconName; readonly class?: string }): VNode {
  let drawing = drawings.get(name);
  if (drawing === undefined) {
    drawing = new DOMParser().parseFromString(iconSources[name], 'image/svg+xml').documentElement;
    drawings.set(name, drawing);
  }
  return nodeOf(drawing, {
    class: more === undefined ? 'icon' : `icon ${more}`,
    'aria-hidden': 'true',
    focusable: 'false',
  });
}

function nodeOf(shape: Element, more: Readonly<Record<string, string>> = {}): VNode {
  const attributes = [...shape.attributes]
    .filter(({ name }) => name !== 'xmlns')
    .map(({ name, value }) => [name, value] as const);
  const children = [...shape.children].map((child) => nodeOf(child));
  return h(shape.localName, { ...Object.fromEntries(attributes), ...more }, children);
}
