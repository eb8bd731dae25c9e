import { isOfPlace, TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import type { PriorityPlace } from '../../mapping/meanings';
import type { Connection } from '../../connection/connection';
import type { FieldValue } from '../../mapping/impactFields';
import {
  customFieldsSchema,
  prioritiesSchema,
  statusesSchema,
  versionsSchema,
  type RedmineField,
  type RedmineIssue,
} from './redmineSchemas';

/** Priorities, statuses and versions as last read. */
export class RedmineLists {
  private readonly versions = new Map<number, string>();
  private readonly projects = new Set<number>();

  private readonly people = new Map<string, string>();

  private constructor(
    /** By their ids; 0 is the most urgent. */
    private readonly priorities: ReadonlyMap<number, number>,
    private readonly closed: ReadonlyMap<number, boolean>,
    /** The definitions of custom fields; undefined if only administrators may read them. */
    private readonly fields: ReadonlyMap<number, FieldDefinition> | undefined,
  ) {}

  static async read({ http }: TrackerContext, signal: AbortSignal): Promise<RedmineLists> {
    const { issue_priorities } = await http.ask(
      { path: '/enumerations/issue_priorities.json' },
      prioritiesSchema,
      signal,
    );
    const { issue_statuses } = await http.ask({ path: '/issue_statuses.json' }, statusesSchema, signal);
    return new RedmineLists(
      new Map(issue_priorities.toReversed().map(({ id }, index) => [id, index])),
      new Map(issue_statuses.flatMap(({ id, is_closed }) => (is_closed ? [[id, is_closed] as const] : []))),
      await readFields({ http }, signal),
    );
  }

  placeOf(priorityId: number): PriorityPlace {
    return { index: this.priorities.get(priorityId) ?? -1, of: this.priorities.size };
  }

  isClosed(statusId: number): boolean | undefined {
    return this.closed.get(statusId);
  }

  /**
   * An issue's values in its custom fields, by name. Key-value lists, users and versions come as ids: they become names
   * if those are known, and are otherwise left out where a name is needed.
   */
  valuesIn({ custom_fields, ...issue }: RedmineIssue, { impact = {} }: Connection): FieldValue[] {
    for (const person of [issue.assigned_to, issue.author]) {
      if (person) this.people.set(String(person.id), person.name);
    }
    const parts = new Map(Object.entries(impact).map(([name, part]) => [name.toLowerCase(), part]));
    return (custom_fields ?? []).map(({ id, name, value }) => {
      const isName = namedParts.has(parts.get(name.toLowerCase()) ?? '');
      const field = id === undefined || id === null ? undefined : this.fields?.get(id);
      const values = (Array.isArray(value) ? value : [value]) as unknown[];
      return { name, value: isName ? values.flatMap((each) => this.nameOf(each, field)) : value };
    });
  }

  private nameOf(value: unknown, field: FieldDefinition | undefined): unknown[] {
    if (typeof value !== 'string' || !/^\d+$/.test(value)) return [value];
    switch (field?.format) {
      case 'enumeration': {
        const label = field.labels.get(value);
        return label ? [label] : [];
      }
      case 'user':
      case 'version':
        return field.format === 'user' ? [this.people.get(value) ?? []].flat() : [];
      // Without the definition, a bare number is more likely an id than the name of a customer.
      case undefined:
      case null:
        return [];
      default:
        return [value];
    }
  }

  versionDue(versionId: number): string | undefined {
    return this.versions.get(versionId);
  }

  /** Reads a project's versions once; none if they may not be read. */
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

/** A custom field, with the names of its values. */
interface FieldDefinition {
  readonly format: RedmineField['field_format'];
  readonly labels: ReadonlyMap<string, string>;
}

/** Parts of an impact that are names. */
const namedParts: ReadonlySet<string> = new Set(['customerNames', 'segments', 'severity', 'quotes']);

async function readFields(
  { http }: Pick<TrackerContext, 'http'>,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, FieldDefinition> | undefined> {
  try {
    const { custom_fields } = await http.ask({ path: '/custom_fields.json' }, customFieldsSchema, signal);
    return new Map(
      custom_fields.flatMap((field) => (field ? [[field.id, definitionOf(field)] as const] : [])),
    );
  } catch (error) {
    if (!isOfPlace(error)) throw error;
    return undefined;
  }
}

function definitionOf({ field_format: format, possible_values }: RedmineField): FieldDefinition {
  const labels = (possible_values ?? []).flatMap((each) =>
    each?.value && each.label ? [[each.value, each.label] as const] : [],
  );
  return { format, labels: new Map(labels) };
}
