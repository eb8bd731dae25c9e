import type { Metric } from '../../core/goal/goal';
import { plainLine } from '../../core/plainText';
import { defined } from '../../teamFiles/record/defined';
import type { Connection } from '../connection/connection';
import { numberOf, type FieldValue } from './impactFields';
import { cut } from './makeGoal';

/** The names of all fields that hold a metric's value. */
export function metricFields({ metrics = {} }: Pick<Connection, 'metrics'>): string[] {
  return Object.values(metrics).flatMap(({ baseline, current, target }) =>
    [baseline, current, target].flatMap((name) => name ?? []),
  );
}

/** The metrics in an item's own fields, as the connection maps them, without those that have no value. */
export function metricsOfFields(
  fields: readonly FieldValue[],
  { metrics }: Pick<Connection, 'metrics'>,
): Metric[] {
  if (!metrics) return [];
  const values = new Map(fields.map(({ name, value }) => [name.toLowerCase(), numberOf(value)]));
  const valueOf = (name: string | undefined): number | undefined =>
    name === undefined ? undefined : values.get(name.toLowerCase());
  return Object.entries(metrics).flatMap(([name, { unit, ...parts }]) => {
    const [baseline, current, target] = [parts.baseline, parts.current, parts.target].map(valueOf);
    const isEmpty = baseline === undefined && current === undefined && target === undefined;
    return isEmpty ? [] : [defined({ name: cut(plainLine(name), 100), unit, baseline, current, target })];
  });
}
