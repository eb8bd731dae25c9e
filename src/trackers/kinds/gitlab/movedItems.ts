import type { Goal } from '../../../core/goal/goal';
import type { TrackerPage } from '../../port/tracker';
import type { GitlabKeys } from './gitlabKeys';
import type { GitlabWorkItem } from './gitlabSchemas';

/** How often an item may be passed on: an issue that was moved may be closed as a duplicate, and that one promoted. */
const maxSteps = 8;

/**
 * Items that GitLab closed because the work goes on elsewhere: moved, promoted to an epic, or a duplicate. Branches and
 * commits name the old item, and mean the new one.
 */
export class MovedItems {
  /** Where each item has gone, by its key. */
  private readonly gone = new Map<string, { readonly id: string; readonly to: string }>();

  constructor(private readonly keys: GitlabKeys) {}

  /** Notes where an item has gone, if it has. */
  note(item: GitlabWorkItem): void {
    const key = this.keys.keyOf(item);
    const address = item.promotedToEpicUrl ?? item.movedToWorkItemUrl ?? item.duplicatedToWorkItemUrl;
    const to = address ? this.keys.keyAt(address, !!item.promotedToEpicUrl) : undefined;
    if (key !== undefined && to !== undefined) this.gone.set(key, { id: item.id, to });
  }

  /**
   * The goals that the work goes on under, with the old keys among theirs; what leads nowhere, or in a circle, stays as
   * it is. `read` notes where the items that it finds have gone.
   */
  async follow(read: (keys: readonly string[]) => Promise<TrackerPage>): Promise<TrackerPage> {
    const found = new Map<string, Goal>();
    const problems: string[] = [];
    const asked = new Set<string>();
    for (let step = 0; step < maxSteps; step += 1) {
      const ends = [...this.gone.values()].map(({ to }) => to);
      const open = [...new Set(ends)].filter((key) => !this.gone.has(key) && !asked.has(key));
      if (open.length === 0) break;
      for (const key of open) asked.add(key);
      const page = await read(open);
      for (const goal of page.goals) found.set(goal.key, goal);
      problems.push(...(page.problems ?? []));
    }
    const deletedIds: string[] = [];
    const aliases = new Map<Goal, string[]>();
    for (const [key, { id }] of this.gone) {
      const goal = found.get(this.endOf(key));
      if (!goal || goal.id === id) continue;
      const keys = aliases.get(goal) ?? [...(goal.aliases ?? [])];
      keys.push(key);
      aliases.set(goal, keys);
      deletedIds.push(id);
    }
    return { goals: [...aliases].map(([goal, keys]) => ({ ...goal, aliases: keys })), deletedIds, problems };
  }

  /** The last of the keys that an item leads to; any of them, if it leads in a circle. */
  private endOf(key: string): string {
    let end = key;
    for (let step = 0; step < maxSteps; step += 1) end = this.gone.get(end)?.to ?? end;
    return end;
  }
}
