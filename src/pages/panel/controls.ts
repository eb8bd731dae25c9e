import type { PanelAction, PanelButton } from '../../panel/contract/panelState';
import type { Attributes, Children, ElementNode } from './h';
import { h } from './h';
import { icon, type IconName } from './icons';

/** Attributes that make a click on an element an action; `Page` listens for all of them in one place. */
export function onClick(action: PanelAction, key?: string, index?: number): Attributes {
  return { 'data-action': action, 'data-key': key, 'data-index': index };
}

/** Attributes that make a click on an element open or close the part with this id. */
export function onClickToggle(id: string, open: boolean): Attributes {
  return { 'data-toggle': id, 'aria-expanded': String(open) };
}

/** A button that looks like text: a link in the theme's colour, or a reference to a goal. */
export function textButton(
  look: 'link' | 'reference',
  attrs: Attributes,
  ...children: readonly Children[]
): ElementNode {
  return h('button', { class: look, attrs: { type: 'button', ...attrs } }, children);
}

/** A small square button with an icon for its face. */
export function iconButton(name: IconName, label: string, attrs: Attributes): ElementNode {
  return h(
    'button',
    { class: 'iconButton', attrs: { type: 'button', title: label, 'aria-label': label, ...attrs } },
    icon(name),
  );
}

/** The buttons of a message, full size. */
export function bigButtons(buttons: readonly PanelButton[]): ElementNode | undefined {
  if (buttons.length === 0) return undefined;
  return h(
    'div',
    { class: 'bigButtons' },
    buttons.map((button) =>
      h(
        'vscode-button',
        {
          attrs: {
            appearance: button.primary === true ? 'primary' : 'secondary',
            ...onClick(button.action, button.key),
          },
        },
        button.label,
      ),
    ),
  );
}

/** Text that only assistive technology reads. */
export function hiddenText(text: string): ElementNode {
  return h('span', { class: 'hiddenText' }, text);
}

/** A dot between two words on a line; not read aloud. */
export function dot(): ElementNode {
  return h('span', { class: 'dot', attrs: { 'aria-hidden': 'true' } }, '·');
}
