import type { VNode } from 'preact';
import type { PanelButton } from '../../panel/contract/controls';
import { Icon } from '../shared/icon';
import { ActionButtons } from './actionButtons';
import './messageState.css';

interface Message {
  readonly kind: 'noFolder' | 'noTracker' | 'error';
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly PanelButton[];
}

/** A message in place of the content: what the situation is, and what to do about it. */
export function MessageState({ message }: { readonly message: Message }): VNode {
  const { kind, title, text, buttons } = message;
  return (
    <section class={`message message-${kind}`} data-scope={kind}>
      <Icon name={kind === 'error' ? 'warning' : 'lens'} class="messagePicture" />
      <h2 class="title" dir="auto">
        {title}
      </h2>
      <p dir="auto">{text}</p>
      <ActionButtons buttons={buttons} />
    </section>
  );
}
