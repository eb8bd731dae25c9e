import type { Goal, Impact } from '../../src/core/goal/goal';
import { GoalCatalog } from '../../src/core/catalog/goalCatalog';
import type { TrackerState } from '../../src/core/tracker/trackerState';
import type { TextOptions } from '../../src/presentation/textOptions';

/** A valid goal; a test states only what matters to it. */
export function goal(key: string, overrides: Partial<Goal> = {}): Goal {
  return {
    id: key,
    trackerId: 'file:/shop',
    key,
    title: `Title of ${key}`,
    level: 'initiative',
    metrics: [],
    blockedByKeys: [],
    blocksKeys: [],
    labels: [],
    ...overrides,
  };
}

/** The goals of the shop that most tests use: objective, initiative, epic and item in one line. */
export function shopGoals(): Goal[] {
  return [
    goal('OBJ-1', { level: 'objective', title: 'Customers trust us with their first order' }),
    goal('SHOP-7', {
      parentKey: 'OBJ-1',
      title: 'Checkout that never loses a cart',
      priority: { rank: 1, label: 'Urgent' },
      impact: customers(38),
      status: { name: 'In progress', category: 'active' },
      health: 'atRisk',
      targetDate: '2026-12-12',
      url: 'https://tracker.example/SHOP-7',
    }),
    goal('SHOP-51', { level: 'epic', parentKey: 'SHOP-7', title: 'Payments survive a passing fault' }),
    goal('SHOP-142', { level: 'item', parentKey: 'SHOP-51', title: 'Retry a payment' }),
    goal('SHOP-160', { title: 'Search that understands synonyms', priority: { rank: 3, label: 'Medium' } }),
  ];
}

/** An impact of so many customers. */
export function customers(count: number): Impact {
  return { customers: { value: count, field: 'impact.customers' } };
}

/** A tracker that has been read. */
export function tracker(goals: readonly Goal[], overrides: Partial<TrackerState> = {}): TrackerState {
  return {
    id: goals[0]?.trackerId ?? 'file:/shop',
    name: 'goals.yaml',
    folder: 'file:///shop',
    phase: 'ready',
    goals,
    badEntries: 0,
    ...overrides,
  };
}

/** A catalog of one tracker. */
export function catalogOf(...goals: Goal[]): GoalCatalog {
  return new GoalCatalog([tracker(goals)]);
}

/** English, on 22 November 2026 at noon wherever the tests run, revenue as bands. */
export const textOptions: TextOptions = {
  language: 'en',
  now: new Date(2026, 10, 22, 12).getTime(),
  revenue: 'band',
};
