import { isSameGoal, type Metric } from '../core/goal/goal';
import type { GoalView } from '../core/views/goalView';
import { countText } from '../presentation/countText';
import { numberFormat } from '../presentation/formats';
import { spelling } from '../presentation/goalText';
import type { TextOptions } from '../presentation/textOptions';
import type { GoalSheet, PanelMetric } from './contract/goalSheet';

/**
 * The numbers that show whether a goal is being reached: its own, or those of its nearest ancestor that has any, because
 * teams measure what they want to reach on the initiative rather than on each item.
 */
export function metricsPart(view: GoalView, options: TextOptions): Pick<GoalSheet, 'metrics'> {
  const from = [view.goal, ...view.ancestors].find(({ metrics }) => metrics.length > 0);
  if (!from) return {};
  return {
    metrics: {
      list: from.metrics.map((metric) => metricOf(metric, options)),
      ...(!isSameGoal(from, view.goal) && { from: spelling(from, options) }),
    },
  };
}

function metricOf({ name, unit, ...values }: Metric, { language }: TextOptions): PanelMetric {
  const steps = (['baseline', 'current', 'target'] as const).flatMap((kind) => {
    const value = values[kind];
    return value === undefined ? [] : [{ kind, value }];
  });
  const { baseline, current, target } = values;
  const way = baseline !== undefined && target !== undefined ? target - baseline : 0;
  return {
    name,
    // The unit is said once, at the end.
    steps: steps.map(({ kind, value }, index) => ({
      kind,
      text: stepText(value, index === steps.length - 1 ? unit : undefined, language),
    })),
    ...(way !== 0 &&
      baseline !== undefined &&
      current !== undefined && { fraction: Math.min(1, Math.max(0, (current - baseline) / way)) }),
  };
}

function stepText(value: number, unit: string | undefined, language: string): string {
  if (unit === '%') {
    const percent = { style: 'unit', unit: 'percent', maximumFractionDigits: 2 } as const;
    return numberFormat(language, percent).format(value);
  }
  const { text } = countText(value, language);
  return unit ? `${text} ${unit}` : text;
}
