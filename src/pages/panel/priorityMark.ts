import type { GoalCard, GoalRef } from '../../panel/contract/panelState';
import type { Strings } from '../../panel/contract/protocol';
import { hiddenText } from './controls';
import type { Children, ElementNode } from './h';
import { h } from './h';
import { icon, type IconName } from './icons';

const shapes: readonly IconName[] = ['priority0', 'priority1', 'priority2', 'priority3', 'priority4'];

function shape(rank: number): Children {
  return icon(shapes[rank] ?? 'priority0', `rank rank-${rank}`);
}

/** A goal's priority as a shape and words. */
export function priorityChip(strings: Strings, priority: GoalCard['priority']): ElementNode {
  const { rank, short, label, inherited } = priority;
  const hasShort = rank > 0 && short !== label;
  return h(
    'span',
    { class: `chip chip-rank-${rank}` },
    shape(rank),
    hiddenText(`${strings.priority}: `),
    hasShort && h('b', {}, short),
    hasShort && ' ',
    h('span', { attrs: { dir: 'auto' } }, label),
    inherited !== undefined && h('span', { class: 'quiet' }, ' ', inherited),
  );
}

/** A goal's priority as a shape for lists, with words for those who do not see it. */
export function priorityShape(ref: GoalRef): ElementNode {
  return h(
    'span',
    { class: 'priorityShape', attrs: { title: ref.priorityLabel } },
    shape(ref.rank),
    ref.priorityLabel !== undefined && hiddenText(`${ref.priorityLabel} `),
  );
}
