import type { GoalCard, GoalRef } from '../../panel/contract/panelState';
import { block } from './block';
import { dot } from './controls';
import type { Children, ElementNode } from './h';
import { h } from './h';
import { refTitle } from './goalRefs';
import type { View } from './view';

/**
 * The goals above this one as a ladder, and below it the way down to the one that the code names. The objective is on
 * top, as trackers draw their trees; the filled rung is the goal of this card.
 */
export function chain(view: View, card: GoalCard): ElementNode | undefined {
  if (card.chain.length + card.via.length === 0) return undefined;
  const rungOf = (ref: GoalRef): ElementNode =>
    rung(ref.levelLabel, refTitle(view.strings, ref), ref.reference, { key: ref.key });
  return block(
    'chain',
    view.strings.chain,
    undefined,
    h(
      'ol',
      { class: 'ladder' },
      card.chain.toReversed().map(rungOf),
      rung(card.levelLabel, h('b', { attrs: { dir: 'auto' } }, card.title), card.reference, {
        key: card.key,
        attrs: { 'aria-current': 'true' },
      }),
      card.via.map(rungOf),
    ),
  );
}

function rung(
  level: string,
  title: Children,
  key: string,
  props: { readonly key: string; readonly attrs?: Readonly<Record<string, string>> },
): ElementNode {
  return h(
    'li',
    { ...props, class: 'rung' },
    h(
      'span',
      { class: 'quiet level' },
      level,
      ' ',
      dot(),
      ' ',
      h('span', { class: 'key', attrs: { dir: 'auto' } }, key),
    ),
    h('span', { class: 'rungTitle' }, title),
  );
}
