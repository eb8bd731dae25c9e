import type { GoalCard, PanelMetric } from '../../panel/contract/panelState';
import type { Strings } from '../../panel/contract/protocol';
import { block } from './block';
import { hiddenText } from './controls';
import type { Children, ElementNode } from './h';
import { h } from './h';
import type { View } from './view';

/** The numbers that say whether the goal is being reached, each from its baseline to its target. */
export function metrics(view: View, card: GoalCard): ElementNode | undefined {
  if (card.metrics.length === 0) return undefined;
  return block(
    'metrics',
    view.strings.metrics,
    undefined,
    h(
      'ul',
      { class: 'metrics' },
      card.metrics.map((metric) => metricItem(view.strings, metric)),
    ),
  );
}

function metricItem(strings: Strings, metric: PanelMetric): ElementNode {
  const steps = [
    step('baseline', strings.baseline, metric.baseline),
    step('current', strings.current, metric.current),
    step('target', strings.targetValue, metric.target),
  ].filter((value) => value !== undefined);
  return h(
    'li',
    {},
    h('span', { class: 'metricName', attrs: { dir: 'auto' } }, metric.name),
    h('span', { class: 'steps' }, steps.map(withArrow)),
    metric.fraction !== undefined &&
      h('div', {
        class: 'track thin',
        vars: { '--fraction': String(metric.fraction) },
        attrs: { 'aria-hidden': 'true' },
      }),
  );
}

function step(kind: string, label: string, value: string | undefined): ElementNode | undefined {
  if (value === undefined) return undefined;
  return h(
    'span',
    { class: `step step-${kind}`, attrs: { title: label } },
    hiddenText(`${label}: `),
    h('span', { attrs: { dir: 'auto' } }, value),
  );
}

function withArrow(node: ElementNode, index: number): Children {
  if (index === 0) return node;
  return [h('span', { class: 'arrow', attrs: { 'aria-hidden': 'true' } }, '→'), hiddenText(', '), node];
}
