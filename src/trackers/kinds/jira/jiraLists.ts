import { TrackerError, type TrackerErrorReason } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import type { PriorityPlace } from '../../mapping/meanings';
import { planFields, type FieldPlan } from './jiraFields';
import { fieldSchema, listSchema, prioritySchema, type JiraField } from './jiraSchemas';
import type { JiraSite } from './jiraSite';

/** Faults with which goals can still be shown. */
const bearable: ReadonlySet<TrackerErrorReason> = new Set([
  'forbidden',
  'notFound',
  'gone',
  'rejected',
  'notJson',
  'wrongShape',
]);

/** Priorities and fields as last read. */
export class JiraLists {
  private readonly places: ReadonlyMap<string, number>;

  private constructor(
    priorities: readonly string[],
    readonly fields: readonly JiraField[],
    readonly plan: FieldPlan,
  ) {
    this.places = new Map(priorities.map((id, index) => [id, index]));
  }

  static async read(
    { api }: JiraSite,
    { http, connection }: TrackerContext,
    signal: AbortSignal,
  ): Promise<JiraLists> {
    const priorities = await orNone(api.priorities(signal));
    const entries = await orNone(http.ask({ path: `${api.root}/field` }, listSchema, signal));
    const fields = entries.flatMap((entry) => fieldSchema.safeParse(entry).data ?? []);
    return new JiraLists(
      priorities.flatMap((entry) => prioritySchema.safeParse(entry).data?.id ?? []),
      fields,
      planFields(fields, connection),
    );
  }

  placeOf(priorityId: string): PriorityPlace {
    return { index: this.places.get(priorityId) ?? -1, of: this.places.size };
  }
}

async function orNone(list: Promise<readonly unknown[]>): Promise<readonly unknown[]> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof TrackerError && bearable.has(error.reason)) return [];
    throw error;
  }
}
