import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal } from '../goal/goal';
import { goalView } from '../views/goalView';
import type { EffortRow } from './goalEffort';

/** Whom the effort of a period served. */
export interface CustomersServed {
  /** Goals with effort that record customers, in row order. */
  readonly goals: readonly { readonly goal: Goal; readonly customers: number; readonly effort: number }[];
  /** The fewest and the most customers served: equal if all goals name theirs. */
  readonly range: { readonly low: number; readonly high: number } | undefined;
  /** The share of all effort, linked and unlinked, that went to goals that record customers. */
  readonly share: number;
}

/**
 * Customers served: the distinct customers of the goals with effort. If every such goal names its customers, the number
 * of distinct names; else between the largest count and the sum of counts, as goals may share customers.
 */
export function customersServed(rows: readonly EffortRow[], catalog: GoalCatalog): CustomersServed {
  const goals = rows.flatMap(({ subject, effort }) => {
    if (subject.kind !== 'goal' || effort === 0) return [];
    const impact = goalView(subject.goal, catalog).impact?.value;
    const named = impact?.customerNames?.value;
    const customers = impact?.customers?.value ?? named?.length;
    if (customers === undefined) return [];
    return { goal: subject.goal, customers, effort, named: named?.length === customers ? named : undefined };
  });
  const names = new Set(goals.flatMap(({ named = [] }) => named.map((name) => name.trim().toLowerCase())));
  const allNamed = goals.every(({ named }) => named !== undefined);
  const counts = goals.map(({ customers }) => customers);
  const range = allNamed
    ? { low: names.size, high: names.size }
    : { low: Math.max(...counts), high: counts.reduce((sum, count) => sum + count, 0) };
  const whole = rows.reduce((sum, { effort }) => sum + effort, 0);
  const served = goals.reduce((sum, { effort }) => sum + effort, 0);
  return {
    goals: goals.map(({ goal, customers, effort }) => ({ goal, customers, effort })),
    range: goals.length === 0 ? undefined : range,
    share: whole === 0 ? 0 : served / whole,
  };
}
