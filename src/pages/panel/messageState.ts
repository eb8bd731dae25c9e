import type { PanelButton } from '../../panel/contract/panelState';
import { bigButtons } from './controls';
import type { ElementNode } from './h';
import { h } from './h';
import { icon } from './icons';

interface Message {
  readonly kind: 'noFolder' | 'noTracker' | 'error';
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly PanelButton[];
}

/** A message in place of the content: what is so, and what to do about it. */
export function messageState(message: Message): ElementNode {
  return h(
    'section',
    {
      key: message.kind,
      class: `message message-${message.kind}`,
      attrs: { 'aria-labelledby': 'messageTitle', 'data-scope': message.kind },
    },
    icon(message.kind === 'error' ? 'warning' : 'lens', 'messagePicture'),
    h('h2', { attrs: { id: 'messageTitle', dir: 'auto' } }, message.title),
    h('p', { attrs: { dir: 'auto' } }, message.text),
    bigButtons(message.buttons),
  );
}

/** Says that the goals are being read; shown late, so that a quick answer does not flash. */
export function loadingState(text: string): ElementNode {
  return h(
    'div',
    { key: 'loading', class: 'loading', attrs: { role: 'status' } },
    h('vscode-progress-ring', { attrs: { 'aria-hidden': 'true' } }),
    h('p', {}, text),
  );
}
