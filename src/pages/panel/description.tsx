import type { VNode } from 'preact';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { HiddenText } from '../shared/hiddenText';
import { TextButton } from '../shared/textButton';
import { toggles, useView } from './view';
import './description.css';

/** The goal's description as plain paragraphs, with only the first lines until the person asks for more. */
export function Description({ goal }: { readonly goal: GoalSheet }): VNode | null {
  const view = useView();
  const { strings } = view;
  if (goal.description.length === 0) return null;
  const id = `goal/${goal.key}/description`;
  const open = view.isOpen(id);
  return (
    <div class="description">
      <div class={open ? undefined : 'clamp3'} data-clamped={!open}>
        {goal.description.map((text, index) => (
          <p key={index} dir="auto">
            {text}
          </p>
        ))}
      </div>
      <TextButton look="more" {...toggles(view, id, open)}>
        {open ? strings.showLess : strings.showMore}
        <HiddenText>{` – ${strings.description}`}</HiddenText>
      </TextButton>
    </div>
  );
}
