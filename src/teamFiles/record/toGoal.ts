import { isClosed, type Goal, type Impact, type Sourced } from '../../core/goal/goal';
import { linksOfRecord } from './codeLinkRecord';
import { defined } from './defined';
import type { GoalRecord } from './goalRecord';

/** The goal that a checked record describes. */
export function toGoal(record: GoalRecord, trackerId: string): Goal {
  const { key, title, level, description, status, health, priority, progress, url } = record;
  return defined({
    id: record.id ?? key,
    trackerId,
    key,
    references: filled(record.references),
    title,
    level,
    description,
    acceptance: filled(record.acceptance),
    outOfScope: filled(record.outOfScope),
    status,
    health,
    priority,
    impact: record.impact && toImpact(record.impact),
    owner: record.owner && defined(record.owner),
    targetDate: record.target?.lastDay,
    targetLabel: record.target?.label,
    progress,
    metrics: record.metrics?.map(defined) ?? [],
    ...relationsOf(record),
    labels: record.labels ?? [],
    links: linksOfRecord(record.links),
    url,
    updatedAt: record.updated,
    closedAt: status && isClosed({ status }) ? record.closed : undefined,
  });
}

function relationsOf({ parent, parents = [], covers, blockedBy = [], blocks = [] }: GoalRecord) {
  const [parentKey, ...otherParentKeys] = parent === undefined ? parents : [parent, ...parents];
  return {
    parentKey,
    otherParentKeys: filled(otherParentKeys),
    covers: filled(covers),
    blockedByKeys: blockedBy,
    blocksKeys: blocks,
  };
}

function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function toImpact(impact: NonNullable<GoalRecord['impact']>): Impact | undefined {
  const { customers } = impact;
  const byMap = typeof customers === 'object';
  const result = defined({
    customers: byMap
      ? sourced(customers.count, 'impact.customers.count')
      : sourced(customers, 'impact.customers'),
    customerNames: sourced(byMap ? customers.names : undefined, 'impact.customers.names'),
    requests: sourced(impact.requests, 'impact.requests'),
    revenue: sourced(impact.revenue, 'impact.revenue'),
    segments: sourced(impact.segments, 'impact.segments'),
    severity: sourced(impact.severity, 'impact.severity'),
    score: sourced(impact.score, 'impact.score'),
    quotes: sourced(impact.quotes?.map(defined), 'impact.quotes'),
  });
  return Object.keys(result).length > 0 ? result : undefined;
}

function sourced<T>(value: T | undefined, field: string): Sourced<T> | undefined {
  return value === undefined ? undefined : { value, field };
}
