import type { GoalCard, GoalRef, PanelState } from '../../panel/contract/panelState';
import { bigButtons } from './controls';
import { goalCard } from './goalCard';
import { goalRow } from './goalRow';
import type { Children, ElementNode } from './h';
import { h } from './h';
import { icon } from './icons';
import type { View } from './view';

type Branch = Extract<PanelState, { kind: 'goals' }>['branch'];

/** The goals that the branch serves. One is shown whole; of several, all but the first start closed. */
export function branchSection(view: View, branch: Branch): ElementNode {
  return h(
    'section',
    { key: 'branch', class: 'branch', attrs: { 'aria-labelledby': 'branchHeading', 'data-scope': 'branch' } },
    h(
      'div',
      { class: 'sectionHead' },
      h('h2', { attrs: { id: 'branchHeading' } }, branch.heading),
      h(
        'p',
        { class: 'where quiet' },
        icon('branch'),
        h('span', { class: 'branchName', attrs: { dir: 'auto' } }, branch.name),
        branch.repository !== undefined &&
          h('span', { class: 'repository', attrs: { dir: 'auto' } }, branch.repository),
      ),
    ),
    branchGoals(view, branch),
  );
}

function branchGoals(view: View, branch: Branch): Children {
  const [first, second] = branch.goals;
  if (first === undefined) {
    const { empty } = branch;
    return (
      empty &&
      h(
        'div',
        { key: 'empty', class: 'empty' },
        h('h3', { attrs: { dir: 'auto' } }, empty.title),
        h('p', { attrs: { dir: 'auto' } }, empty.text),
        bigButtons(empty.buttons),
      )
    );
  }
  if (second === undefined) return goalCard(view, first, scopeOf(first));
  return h(
    'ul',
    { key: 'rows', class: 'rows' },
    branch.goals.map((card, index) => goalRow(view, refOf(card), card, scopeOf(card), index === 0)),
  );
}

// Part of element ids, which are told apart by white space where one refers to several.
function scopeOf(card: GoalCard): string {
  return `branch/${card.key.replace(/\s/gu, '_')}`;
}

function refOf(card: GoalCard): GoalRef {
  return {
    key: card.key,
    reference: card.reference,
    title: card.title,
    levelLabel: card.levelLabel,
    rank: card.priority.rank,
    priorityLabel: card.priority.label,
    closed: card.status?.category === 'done' || card.status?.category === 'dropped',
    hasUrl: card.hasUrl,
  };
}
