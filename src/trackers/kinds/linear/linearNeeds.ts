import type { TrackerContext } from '../../port/adapter';
import { readNeeds, type GoalList, type LinearEntry, type LinearFilter } from './linearLists';
import type { LinearNeed } from './linearSchemas';

/** Needs by the id of the project or issue that they are about. */
export type NeedsById = ReadonlyMap<string, readonly LinearNeed[]>;

/** All needs about the entries of a page. */
export async function needsOf(
  context: TrackerContext,
  { inNeed }: GoalList,
  entries: readonly LinearEntry[],
  signal: AbortSignal,
): Promise<NeedsById> {
  const ids = idsOf(entries);
  if (!inNeed || ids.length === 0) return new Map();
  return needsById(await readNeeds(context, { [inNeed]: { id: { in: ids } } }, false, signal));
}

/** What finds needs that changed: tier and revenue are the customer's, and change without the need. */
export function needsChanged(changed: LinearFilter): LinearFilter {
  return { or: [changed, { customer: changed }] };
}

/** A need of an issue also counts for the project, as Linear itself counts it. */
export function needsById(
  needs: readonly LinearNeed[],
  only?: 'project' | 'issue',
): Map<string, LinearNeed[]> {
  const byId = new Map<string, LinearNeed[]>();
  for (const need of needs) {
    for (const field of ['project', 'issue'] as const) {
      const id = need[field]?.id;
      if (id === undefined || (only !== undefined && only !== field)) continue;
      const known = byId.get(id);
      if (known) known.push(need);
      else byId.set(id, [need]);
    }
  }
  return byId;
}

/** The ids of entries that have one. */
export function idsOf(entries: readonly LinearEntry[]): string[] {
  return entries.flatMap(({ change }) => change?.id ?? []);
}
