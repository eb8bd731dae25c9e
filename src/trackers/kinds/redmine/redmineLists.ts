import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import type { PriorityPlace } from '../../mapping/meanings';
import { prioritiesSchema, statusesSchema, versionsSchema } from './redmineSchemas';

/** Priorities, statuses and versions, as they were when they were read. */
export class RedmineLists {
  private readonly versions = new Map<number, string>();
  private readonly projects = new Set<number>();

  private constructor(
    private readonly priorities: readonly number[],
    private readonly closed: ReadonlyMap<number, boolean>,
  ) {}

  static async read({ http }: TrackerContext, signal: AbortSignal): Promise<RedmineLists> {
    const { issue_priorities } = await http.ask(
      { path: '/enumerations/issue_priorities.json' },
      prioritiesSchema,
      signal,
    );
    const { issue_statuses } = await http.ask({ path: '/issue_statuses.json' }, statusesSchema, signal);
    return new RedmineLists(
      issue_priorities.map(({ id }) => id).reverse(),
      new Map(issue_statuses.flatMap(({ id, is_closed }) => (is_closed ? [[id, is_closed] as const] : []))),
    );
  }

  placeOf(priorityId: number): PriorityPlace {
    return { index: this.priorities.indexOf(priorityId), of: this.priorities.length };
  }

  isClosed(statusId: number): boolean | undefined {
    return this.closed.get(statusId);
  }

  versionDue(versionId: number): string | undefined {
    return this.versions.get(versionId);
  }

  /** Reads a project's versions once. One that may not be read has none. */
  async readVersions(project: number, { http }: TrackerContext, signal: AbortSignal): Promise<void> {
    if (this.projects.has(project)) return;
    try {
      const { versions } = await http.ask(
        { path: `/projects/${project}/versions.json` },
        versionsSchema,
        signal,
      );
      for (const { id, due_date } of versions) if (due_date) this.versions.set(id, due_date);
    } catch (error) {
      const isHidden =
        error instanceof TrackerError && (error.reason === 'forbidden' || error.reason === 'notFound');
      if (!isHidden) throw error;
    }
    this.projects.add(project);
  }
}
