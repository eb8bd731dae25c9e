import type { GoalCard } from '../../panel/contract/panelState';
import { block } from './block';
import type { ElementNode } from './h';
import { h } from './h';
import type { View } from './view';

/** How far the work on the goal has come. */
export function progressBlock(view: View, card: GoalCard): ElementNode | undefined {
  if (card.progress === undefined) return undefined;
  const { fraction, label } = card.progress;
  return block(
    'progress',
    view.strings.progress,
    h('span', { class: 'figure', attrs: { 'aria-hidden': 'true' } }, label),
    h('div', {
      class: 'track',
      vars: { '--fraction': String(fraction) },
      attrs: {
        role: 'progressbar',
        'aria-label': view.strings.progress,
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuenow': Math.round(fraction * 100),
        'aria-valuetext': label,
      },
    }),
  );
}
