import type { GoalCard } from '../../panel/contract/panelState';
import { block } from './block';
import type { Children, ElementNode } from './h';
import { h } from './h';
import { icon } from './icons';
import { goalRefs } from './goalRefs';
import type { View } from './view';

/** What makes the goal pressing: its date, and what waits on what. Left out where nothing is known. */
export function whyNow(view: View, card: GoalCard): ElementNode | undefined {
  const { strings } = view;
  const { target, blockedBy, blocks } = card;
  if (target === undefined && blockedBy.length === 0 && blocks.length === 0) return undefined;
  return block(
    'whyNow',
    strings.whyNow,
    undefined,
    h(
      'dl',
      { class: 'properties' },
      target !== undefined && property(strings.target, targetDate(target)),
      blockedBy.length > 0 && property(strings.blockedBy, goalRefs(strings, blockedBy)),
      blocks.length > 0 && property(strings.blocks, goalRefs(strings, blocks)),
    ),
  );
}

function property(name: string, value: Children): ElementNode {
  return h('div', { key: name, class: 'property' }, h('dt', {}, name), h('dd', {}, value));
}

function targetDate(target: NonNullable<GoalCard['target']>): Children {
  const pressing = target.urgency === 'overdue' || target.urgency === 'soon';
  return h(
    'span',
    { class: `targetDate urgency-${target.urgency}` },
    icon(target.urgency === 'overdue' ? 'error' : target.urgency === 'met' ? 'pass' : 'calendar'),
    h(
      'span',
      {},
      h('span', { class: 'date', attrs: { dir: 'auto' } }, target.date),
      ' ',
      h(
        'span',
        { class: pressing ? 'date pressing' : 'date quiet', attrs: { dir: 'auto' } },
        target.relative,
      ),
    ),
  );
}
