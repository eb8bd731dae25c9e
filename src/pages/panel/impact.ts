import type { Fact, GoalCard } from '../../panel/contract/panelState';
import { block } from './block';
import { onClickToggle } from './controls';
import type { Children, ElementNode } from './h';
import { h } from './h';
import { quotes } from './quotes';
import type { View } from './view';

const numeric: ReadonlySet<Fact['kind']> = new Set(['customers', 'requests', 'revenue', 'score']);

/** Whom the goal matters to and how much; says so where the tracker does not record it. */
export function impact(view: View, card: GoalCard, scope: string): ElementNode {
  const { strings } = view;
  const facts = card.impact?.facts ?? [];
  const said = card.impact?.quotes ?? [];
  const inherited = card.impact?.inherited;
  return block(
    'impact',
    strings.impact,
    inherited !== undefined && h('span', { class: 'quiet' }, inherited),
    facts.length + said.length === 0 && h('p', { class: 'quiet' }, strings.notRecorded),
    facts.length > 0 &&
      h(
        'ul',
        { class: 'facts' },
        // Figures first: they share the grid, while words get a line each.
        [...facts]
          .sort((a, b) => Number(numeric.has(b.kind)) - Number(numeric.has(a.kind)))
          .map((fact) => factItems(view, fact, `${scope}/fact/${fact.kind}`)),
      ),
    said.length > 0 && quotes(view, card.key, said, scope),
  );
}

// A button, so that the field's origin can be had by keyboard and by touch and not only by hovering.
function factItems(view: View, fact: Fact, id: string): Children {
  const open = view.isOpen(id);
  const origin = `${view.strings.source}: ${fact.field}`;
  return [
    h(
      'li',
      { key: id, class: numeric.has(fact.kind) ? 'fact' : 'fact wordy' },
      h(
        'button',
        { attrs: { type: 'button', title: origin, 'aria-controls': open && id, ...onClickToggle(id, open) } },
        h('span', { class: 'factValue', attrs: { dir: 'auto' } }, fact.value),
        ' ',
        h('span', { class: 'factLabel', attrs: { dir: 'auto' } }, fact.label),
      ),
    ),
    open &&
      h(
        'li',
        { key: `${id}/detail`, class: 'factDetail', attrs: { id } },
        fact.detail !== undefined && h('p', { attrs: { dir: 'auto' } }, fact.detail),
        h('p', { class: 'quiet', attrs: { dir: 'auto' } }, origin),
      ),
  ];
}
