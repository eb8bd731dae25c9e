import type { VNode } from 'preact';
import type { GoalCard } from '../../panel/contract/panelState';
import { HiddenText } from '../shared/hiddenText';
import { TextButton } from '../shared/textButton';
import { toggles, useView } from './view';
import './description.css';

interface DescriptionProps {
  readonly card: GoalCard;
  readonly scope: string;
}

/** The goal's own words as plain paragraphs, the first lines until more is asked for. */
export function Description({ card, scope }: DescriptionProps): VNode | null {
  const view = useView();
  const paragraphs = (card.description ?? '').split(/\n\s*\n/u).filter((text) => text.trim() !== '');
  if (paragraphs.length === 0) return null;
  const { strings } = view;
  const id = `${scope}/description`;
  const open = view.isOpen(id);
  return (
    <div class={open ? 'description open' : 'description'}>
      <div class="descriptionText" id={id}>
        {paragraphs.map((text, index) => (
          <p key={index} dir="auto">
            {text.trim()}
          </p>
        ))}
      </div>
      <TextButton look="link" aria-controls={id} {...toggles(view, id, open)}>
        {open ? strings.showLess : strings.showMore}
        <HiddenText>{` – ${strings.description}`}</HiddenText>
      </TextButton>
    </div>
  );
}
