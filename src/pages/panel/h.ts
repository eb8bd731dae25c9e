import type { IconNode } from './icons';

/** The toolkit's elements that `toolkit.ts` defines. */
type ToolkitTag = 'vscode-button' | 'vscode-progress-ring';

/** Attributes of an element: `false` and `undefined` leave one out, `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What can be said of an element besides its children. */
export interface Props {
  /** Tells an element from its neighbours, so that it stays the same one when the panel is drawn again. */
  readonly key?: string;
  readonly class?: string;
  /** CSS custom properties; set through the object model, since the page's policy forbids `style` attributes. */
  readonly vars?: Readonly<Record<`--${string}`, string>>;
  readonly attrs?: Attributes;
}

/** An element to be drawn. */
export interface ElementNode {
  readonly tag: string;
  readonly props: Props;
  readonly children: readonly Child[];
}

/** What an element holds: text is always drawn as text. */
export type Child = ElementNode | IconNode | string;

/** Children as they are written: absent ones and lists are allowed. */
export type Children = Child | false | undefined | readonly Children[];

/** Describes an element. */
export function h(
  tag: keyof HTMLElementTagNameMap | ToolkitTag,
  props: Props,
  ...children: readonly Children[]
): ElementNode {
  const flat: Child[] = [];
  flatten(children, flat);
  return { tag, props, children: flat };
}

function flatten(children: readonly Children[], into: Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false || child === '') continue;
    if (isList(child)) flatten(child, into);
    else into.push(child);
  }
}

function isList(child: Children): child is readonly Children[] {
  return Array.isArray(child);
}
