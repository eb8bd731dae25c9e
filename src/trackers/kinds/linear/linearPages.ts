import type { Goal } from '../../../core/goal/goal';
import { failedOn, type ReadEntries } from '../../mapping/readEntries';
import type { TrackerPage } from '../../port/tracker';
import type { LinearReading } from './linearGoal';
import { impactOfNeeds } from './linearImpact';
import type { LinearEntry } from './linearLists';
import { idsOf, type NeedsById } from './linearNeeds';

/** A page of goals, each entry checked. */
export interface GoalEntries {
  readonly entries: readonly LinearEntry[];
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** What is there of a page, and what is gone. */
export function toPage(
  { entries, problems, notes }: GoalEntries,
  needs: NeedsById,
  reading: LinearReading,
): TrackerPage {
  const there = entries.filter((entry) => !isGone(entry));
  const { goals, problems: bad } = readGoals(there, needs, reading);
  return { goals, deletedIds: idsOf(entries.filter(isGone)), problems: [...problems, ...bad], notes };
}

/** The goals of entries, with what customers asked for. */
export function readGoals(
  entries: readonly LinearEntry[],
  needs: NeedsById,
  reading: LinearReading,
): ReadEntries {
  const goals: Goal[] = [];
  const problems: string[] = [];
  for (const [index, { change, toGoal, problem }] of entries.entries()) {
    try {
      const impact = impactOfNeeds(needs.get(change?.id ?? '') ?? [], reading.connection);
      const goal = toGoal?.(reading, impact);
      if (goal) goals.push(goal);
      else problems.push(problem);
    } catch (error) {
      problems.push(failedOn(change, index, error));
    }
  }
  return { goals, problems };
}

function isGone({ change }: LinearEntry): boolean {
  return !!change && (!!change.archivedAt || change.trashed === true);
}
