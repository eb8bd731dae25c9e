import type { GoalCard } from '../../panel/contract/panelState';
import { hiddenText, textButton, onClickToggle } from './controls';
import type { ElementNode } from './h';
import { h } from './h';
import type { View } from './view';

/** The goal's own words as plain paragraphs, the first lines until more is asked for. */
export function description(view: View, card: GoalCard, scope: string): ElementNode | undefined {
  const paragraphs = (card.description ?? '').split(/\n\s*\n/u).filter((text) => text.trim() !== '');
  if (paragraphs.length === 0) return undefined;
  const { strings } = view;
  const id = `${scope}/description`;
  const open = view.isOpen(id);
  return h(
    'div',
    { key: 'description', class: open ? 'description open' : 'description' },
    h(
      'div',
      { class: 'descriptionText', attrs: { id } },
      paragraphs.map((text) => h('p', { attrs: { dir: 'auto' } }, text.trim())),
    ),
    textButton(
      'link',
      { ...onClickToggle(id, open), 'aria-controls': id },
      open ? strings.showLess : strings.showMore,
      hiddenText(` – ${strings.description}`),
    ),
  );
}
