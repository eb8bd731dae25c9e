import { parsePeriod } from '../../core/goal/calendar';
import type { Goal, Impact } from '../../core/goal/goal';
import { recordOfLink } from './codeLinkRecord';
import { defined } from './defined';

/** The record that `recordOf` writes. */
export interface WrittenRecord {
  readonly key: string;
  readonly id?: string;
  readonly [field: string]: unknown;
}

/** A goal as a record from which `toGoal` makes the same goal, except for its tracker and for what is whose. */
export function recordOf(goal: Goal): WrittenRecord {
  const { key, id, parentKey, otherParentKeys, progress, targetDate, targetLabel } = goal;
  const isPeriod = targetLabel !== undefined && parsePeriod(targetLabel)?.lastDay === targetDate;
  return defined({
    key,
    id: id === key ? undefined : id,
    references: filled([...(goal.references ?? []), ...(goal.aliases ?? [])]),
    title: goal.title,
    level: goal.level,
    description: goal.description,
    acceptance: filled(goal.acceptance),
    outOfScope: filled(goal.outOfScope),
    status: goal.status,
    health: goal.health,
    priority: goal.priority,
    impact: goal.impact && writtenImpact(goal.impact),
    owner: goal.owner,
    target: isPeriod ? targetLabel : targetDate,
    progress,
    metrics: filled(goal.metrics),
    parent: parentKey,
    parents: filled(otherParentKeys),
    covers: filled(goal.covers),
    blockedBy: filled(goal.blockedByKeys),
    blocks: filled(goal.blocksKeys),
    labels: filled(goal.labels),
    links: filled(goal.links?.map(recordOfLink)),
    url: goal.url,
    updated: goal.updatedAt,
    closed: goal.closedAt,
  });
}

function writtenImpact({ customers, customerNames, ...parts }: Impact): object {
  const counted = defined({ count: customers?.value, names: customerNames?.value });
  return {
    ...(Object.keys(counted).length > 0 && { customers: counted }),
    ...Object.fromEntries(Object.entries(parts).map(([part, { value }]) => [part, value as unknown])),
  };
}

function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
