import type { GoalCard } from '../../panel/contract/panelState';
import { cardHeader } from './cardHeader';
import { chain } from './chain';
import { dot } from './controls';
import { description } from './description';
import type { ElementNode } from './h';
import { h } from './h';
import { history } from './history';
import { impact } from './impact';
import { metrics } from './metrics';
import { progressBlock } from './progressBlock';
import type { View } from './view';
import { whyNow } from './whyNow';

/** Everything about one goal. In a row that opens, the row is the title and the card has none of its own. */
export function goalCard(view: View, card: GoalCard, scope: string, titledBy?: string): ElementNode {
  const titleId = titledBy ?? `${scope}/title`;
  return h(
    'article',
    { key: `card/${card.key}`, class: 'card', attrs: { 'aria-labelledby': titleId, 'data-scope': scope } },
    cardHeader(view, card, titledBy === undefined ? titleId : undefined),
    h(
      'div',
      { key: 'body', class: 'cardBody' },
      h('div', { class: 'cardMain' }, description(view, card, scope), impact(view, card, scope)),
      h(
        'div',
        { class: 'cardSide' },
        whyNow(view, card),
        progressBlock(view, card),
        metrics(view, card),
        chain(view, card),
        history(view, card),
        labels(view, card),
      ),
    ),
    h(
      'footer',
      { key: 'footer', class: 'cardFooter quiet' },
      card.updated !== undefined && [h('span', { attrs: { dir: 'auto' } }, card.updated), ' ', dot(), ' '],
      h('span', { attrs: { dir: 'auto' } }, card.tracker),
    ),
  );
}

function labels(view: View, card: GoalCard): ElementNode | undefined {
  if (card.labels.length === 0) return undefined;
  return h(
    'ul',
    { key: 'labels', class: 'labels', attrs: { 'aria-label': view.strings.labels } },
    card.labels.map((label) => h('li', { attrs: { dir: 'auto' } }, label)),
  );
}
