import type { Attributes, Child, ElementNode, Props } from './h';
import type { IconNode } from './icons';
import { drawIcon } from './icons';

/*
 * Brings a part of the page into line with a description of it and touches nothing that is already so. What stays keeps
 * its focus, its selection and its place in a screen reader.
 */

const drawn = new WeakMap<Node, Child>();

/** Makes the children of an element what is described. */
export function patchChildren(parent: Element, next: readonly Child[]): void {
  if (!patchInPlace(parent, next)) reorder(parent, next);
}

// Most redraws change no structure; this saves them the bookkeeping.
function patchInPlace(parent: Element, next: readonly Child[]): boolean {
  let node = parent.firstChild;
  for (const child of next) {
    if (node === null || !isSameKind(drawn.get(node), child)) return false;
    node = node.nextSibling;
  }
  if (node !== null) return false;
  node = parent.firstChild;
  for (const child of next) {
    if (node === null) break;
    update(node, child);
    node = node.nextSibling;
  }
  return true;
}

function reorder(parent: Element, next: readonly Child[]): void {
  const known = new Map<string, ChildNode>();
  const wanted = new Set(next.map(keyOf));
  for (const node of [...parent.childNodes]) {
    const key = keyOf(drawn.get(node));
    if (key === undefined) continue;
    if (wanted.has(key)) known.set(key, node);
    else node.remove();
  }
  let cursor = parent.firstChild;
  for (const child of next) {
    const key = keyOf(child);
    const match = key === undefined ? cursor : known.get(key);
    if (match && isSameKind(drawn.get(match), child)) {
      if (key !== undefined) known.delete(key);
      if (match === cursor) cursor = cursor.nextSibling;
      else parent.insertBefore(match, cursor);
      update(match, child);
    } else {
      parent.insertBefore(create(child), cursor);
    }
  }
  while (cursor) {
    const rest = cursor.nextSibling;
    cursor.remove();
    cursor = rest;
  }
}

function create(child: Child): Node {
  const node =
    typeof child === 'string'
      ? document.createTextNode(child)
      : 'icon' in child
        ? createIcon(child)
        : createElement(child);
  drawn.set(node, child);
  return node;
}

function createIcon(child: IconNode): Node {
  const node = drawIcon(child.icon);
  node.setAttribute('class', `icon ${child.class}`.trimEnd());
  return node;
}

function createElement(child: ElementNode): Node {
  const node = document.createElement(child.tag);
  setProps(node, {}, child.props);
  for (const grandchild of child.children) node.append(create(grandchild));
  return node;
}

function update(node: Node, next: Child): void {
  const previous = drawn.get(node);
  drawn.set(node, next);
  if (typeof next === 'string') {
    if (previous !== next) node.nodeValue = next;
  } else if (!('icon' in next) && node instanceof HTMLElement) {
    setProps(node, (previous as ElementNode).props, next.props);
    patchChildren(node, next.children);
  }
}

// Compared with what was described before, not with the element: toolkit elements write attributes of their own.
function setProps(element: HTMLElement, previous: Props, next: Props): void {
  if (previous.class !== next.class) element.className = next.class ?? '';
  for (const name in next.attrs) {
    const value = next.attrs[name];
    if (previous.attrs?.[name] !== value) setAttribute(element, name, value);
  }
  for (const name in previous.attrs) {
    if (next.attrs?.[name] === undefined) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(next.vars ?? {})) element.style.setProperty(name, value);
}

function setAttribute(element: Element, name: string, value: Attributes[string]): void {
  if (value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

function keyOf(child: Child | undefined): string | undefined {
  return child === undefined || typeof child === 'string' || 'icon' in child ? undefined : child.props.key;
}

function isSameKind(a: Child | undefined, b: Child): boolean {
  if (a === undefined || typeof a === 'string' || typeof b === 'string') return typeof a === typeof b;
  if ('icon' in a || 'icon' in b) {
    return 'icon' in a && 'icon' in b && a.icon === b.icon && a.class === b.class;
  }
  return a.tag === b.tag && a.props.key === b.props.key;
}
