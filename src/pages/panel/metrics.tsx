import type { VNode } from 'preact';
import type { GoalSheet, PanelMetric } from '../../panel/contract/goalSheet';
import { Cut } from '../shared/cut';
import { HiddenText } from '../shared/hiddenText';
import { Fold } from './fold';
import { From } from './from';
import { Track } from './track';
import { useView } from './view';
import './metrics.css';

/** The numbers that show whether the goal is being reached, each from its baseline to its target. */
export function Metrics({ metrics }: { readonly metrics: GoalSheet['metrics'] }): VNode | null {
  const { strings } = useView();
  if (!metrics) return null;
  return (
    <Fold id="metrics" title={strings.metrics} aside={<From goal={metrics.from} />}>
      <ul class="metrics">
        {metrics.list.map((metric) => (
          <MetricItem key={metric.name} metric={metric} />
        ))}
      </ul>
    </Fold>
  );
}

function MetricItem({ metric }: { readonly metric: PanelMetric }): VNode {
  const { strings } = useView();
  return (
    <li>
      <Cut text={metric.name} />
      <span class="metricValues">
        <span class="steps">
          {metric.steps.map(({ kind, text }, index) => (
            <span key={kind} class={`step step-${kind}`} title={strings[kind]}>
              {index > 0 && (
                <span class="arrow" aria-hidden="true">
                  →
                </span>
              )}
              <HiddenText>{`${index > 0 ? ', ' : ''}${strings[kind]}: `}</HiddenText>
              <span dir="auto">{text}</span>
            </span>
          ))}
        </span>
        {metric.fraction !== undefined && <Track fraction={metric.fraction} />}
      </span>
    </li>
  );
}
