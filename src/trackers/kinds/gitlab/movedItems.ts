import type { TrackerPage } from '../../port/tracker';
import type { GitlabKeys } from './gitlabKeys';
import type { GitlabWorkItem } from './gitlabSchemas';

/**
 * Items that GitLab closed because the work goes on elsewhere: moved, promoted to an epic, or a duplicate. Branches and
 * commits name the old item, and mean the new one.
 */
export class MovedItems {
  /** Old keys and ids by the key that the work goes on under. */
  private readonly from = new Map<string, { readonly key: string; readonly id: string }[]>();

  constructor(private readonly keys: GitlabKeys) {}

  /** Notes where an item has gone, if it has. */
  note(item: GitlabWorkItem): void {
    const key = this.keys.keyOf(item);
    const address = item.promotedToEpicUrl ?? item.movedToWorkItemUrl ?? item.duplicatedToWorkItemUrl;
    const target = address ? this.keys.keyAt(address, !!item.promotedToEpicUrl) : undefined;
    if (key === undefined || target === undefined || target === key) return;
    this.from.set(target, [...(this.from.get(target) ?? []), { key, id: item.id }]);
  }

  /** The goals that the work goes on under, with the old keys among theirs; what leads nowhere stays as it is. */
  async follow(read: (keys: readonly string[]) => Promise<TrackerPage>): Promise<TrackerPage> {
    if (this.from.size === 0) return { goals: [] };
    const { goals, problems = [] } = await read([...this.from.keys()]);
    const deletedIds: string[] = [];
    const found = goals.map((goal) => {
      const old = (this.from.get(goal.key) ?? []).filter(({ id }) => id !== goal.id);
      deletedIds.push(...old.map(({ id }) => id));
      return old.length === 0
        ? goal
        : { ...goal, aliases: [...(goal.aliases ?? []), ...old.map(({ key }) => key)] };
    });
    return { goals: found, deletedIds, problems };
  }
}
