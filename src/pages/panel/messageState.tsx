import type { VNode } from 'preact';
import type { PanelButton } from '../../panel/contract/panelState';
import { BigButtons } from '../shared/bigButtons';
import { Icon } from '../shared/icon';
import { acts, useView } from './view';
import './messageState.css';

interface Message {
  readonly kind: 'noFolder' | 'noTracker' | 'error';
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly PanelButton[];
}

/** A message in place of the content: what is so, and what to do about it. */
export function MessageState({ message }: { readonly message: Message }): VNode {
  const view = useView();
  const { kind, title, text, buttons } = message;
  return (
    <section class={`message message-${kind}`} aria-labelledby="messageTitle" data-scope={kind}>
      <Icon name={kind === 'error' ? 'warning' : 'lens'} class="messagePicture" />
      <h2 id="messageTitle" dir="auto">
        {title}
      </h2>
      <p dir="auto">{text}</p>
      <BigButtons
        buttons={buttons.map(({ action, key, ...button }) => ({ ...button, ...acts(view, action, key) }))}
      />
    </section>
  );
}
