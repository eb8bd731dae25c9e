import type { GoalRef } from '../../panel/contract/panelState';
import type { Strings } from '../../panel/contract/protocol';
import { hiddenText, onClick, textButton } from './controls';
import type { Children, ElementNode } from './h';
import { h } from './h';
import { icon } from './icons';
import { priorityShape } from './priorityMark';

/** A goal's title, as a link to the tracker where the tracker has a page for it. */
export function refTitle(strings: Strings, ref: GoalRef): Children {
  const title = h('span', { attrs: { dir: 'auto' } }, ref.title);
  if (!ref.hasUrl) return title;
  return textButton(
    'reference',
    { title: strings.openInTracker, ...onClick('openInTracker', ref.key) },
    title,
  );
}

/** The shape of a goal's priority, or a check where work on it is over. */
export function goalMark(strings: Strings, ref: GoalRef): Children {
  return ref.closed ? [icon('passFilled', 'good'), hiddenText(`${strings.closed}: `)] : priorityShape(ref);
}

/** Other goals, one a line. */
export function goalRefs(strings: Strings, refs: readonly GoalRef[]): ElementNode {
  return h(
    'ul',
    { class: 'refs' },
    refs.map((ref) =>
      h(
        'li',
        { key: ref.key, class: ref.closed ? 'ref closed' : 'ref' },
        goalMark(strings, ref),
        h(
          'span',
          { class: 'refText' },
          refTitle(strings, ref),
          ' ',
          h('span', { class: 'quiet key', attrs: { dir: 'auto' } }, ref.reference),
        ),
      ),
    ),
  );
}
