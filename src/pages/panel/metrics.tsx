import type { VNode } from 'preact';
import type { GoalCard, PanelMetric } from '../../panel/contract/panelState';
import { HiddenText } from '../shared/hiddenText';
import { Block } from './block';
import { Track } from './track';
import { useView } from './view';
import './metrics.css';

/** The numbers that say whether the goal is being reached, each from its baseline to its target. */
export function Metrics({ card }: { readonly card: GoalCard }): VNode | null {
  const { strings } = useView();
  if (card.metrics.length === 0) return null;
  return (
    <Block name="metrics" title={strings.metrics}>
      <ul class="metrics">
        {card.metrics.map((metric) => (
          <MetricItem key={metric.name} metric={metric} />
        ))}
      </ul>
    </Block>
  );
}

function MetricItem({ metric }: { readonly metric: PanelMetric }): VNode {
  const { strings } = useView();
  const steps = [
    { kind: 'baseline', label: strings.baseline, value: metric.baseline },
    { kind: 'current', label: strings.current, value: metric.current },
    { kind: 'target', label: strings.targetValue, value: metric.target },
  ].filter(({ value }) => value !== undefined);
  return (
    <li>
      <span class="metricName" dir="auto">
        {metric.name}
      </span>
      <span class="steps">
        {steps.map(({ kind, label, value }, index) => (
          <>
            {index > 0 && (
              <span class="arrow" aria-hidden="true">
                →
              </span>
            )}
            {index > 0 && <HiddenText>, </HiddenText>}
            <span class={`step step-${kind}`} title={label}>
              <HiddenText>{`${label}: `}</HiddenText>
              <span dir="auto">{value}</span>
            </span>
          </>
        ))}
      </span>
      {metric.fraction !== undefined && <Track fraction={metric.fraction} thin />}
    </li>
  );
}
