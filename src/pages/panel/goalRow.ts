import type { GoalCard, GoalRef } from '../../panel/contract/panelState';
import { onClickToggle } from './controls';
import { goalCard } from './goalCard';
import { goalMark } from './goalRefs';
import type { ElementNode } from './h';
import { h } from './h';
import { icon } from './icons';
import type { View } from './view';

/** A goal as one line of a list, which opens its card in place. */
export function goalRow(
  view: View,
  ref: GoalRef,
  card: GoalCard,
  scope: string,
  startsOpen: boolean,
): ElementNode {
  const open = view.isOpen(scope, startsOpen);
  const titleId = `${scope}/title`;
  return h(
    'li',
    { key: scope, class: 'goalRow' },
    h(
      'h3',
      { class: 'rowHeading' },
      h(
        'button',
        {
          class: 'row',
          attrs: {
            type: 'button',
            'aria-describedby': open ? undefined : `${scope}/how`,
            ...onClickToggle(scope, open),
          },
        },
        icon('chevron', 'rowChevron'),
        goalMark(view.strings, ref),
        h('span', { class: 'rowTitle', attrs: { id: titleId, dir: 'auto' } }, ref.title),
        ' ',
        h('span', { class: 'quiet key', attrs: { dir: 'auto' } }, ref.reference),
      ),
    ),
    open
      ? goalCard(view, card, scope, titleId)
      : h(
          'p',
          { key: 'how', class: 'rowHow quiet', attrs: { id: `${scope}/how`, dir: 'auto' } },
          card.provenance,
        ),
  );
}
