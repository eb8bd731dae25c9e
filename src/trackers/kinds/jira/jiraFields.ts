import type { Connection } from '../../connection/connection';
import type { FieldValue } from '../../mapping/impactFields';
import type { TrackerField } from '../../port/tracker';
import { metricFields } from '../../mapping/metricFields';
import { adfText } from './adfText';
import type { JiraField } from './jiraSchemas';

/** Fields that every issue is asked for. */
const ownFields = [
  'summary',
  'description',
  'issuetype',
  'status',
  'resolution',
  'resolutiondate',
  'statuscategorychangedate',
  'priority',
  'assignee',
  'parent',
  'issuelinks',
  'labels',
  'components',
  'fixVersions',
  'duedate',
  'aggregateprogress',
  'progress',
  'votes',
  'updated',
] as const;

/** Fields of the system that may hold impact. */
const countedFields: ReadonlyMap<string, TrackerField['type']> = new Map([
  ['votes', 'number'],
  ['watches', 'number'],
  ['labels', 'list'],
  ['components', 'list'],
]);

/** A field by the name that the connection uses for it; several if projects have their own of the same name. */
interface NamedFields {
  readonly name: string;
  readonly ids: readonly string[];
}

/** Which fields hold what, in this Jira and for this connection. */
export interface FieldPlan {
  /** The fields to ask for. */
  readonly ids: readonly string[];
  readonly impact: readonly NamedFields[];
  readonly metrics?: readonly NamedFields[];
  readonly priority?: NamedFields;
  /** Data Center's fields for what is above an issue, the nearest first. */
  readonly parents: readonly string[];
  /** Names in the connection that no field has. */
  readonly unknown: readonly string[];
}

/** Finds the connection's fields by name, and those of the hierarchy by what they are. */
export function planFields(
  fields: readonly JiraField[],
  { impact = {}, priority, metrics }: Pick<Connection, 'impact' | 'priority' | 'metrics'>,
): FieldPlan {
  const impactFields = Object.keys(impact).map((name) => fieldsCalled(name, fields));
  const priorityFields = priority === undefined ? undefined : fieldsCalled(priority, fields);
  const parents = [
    'com.pyxis.greenhopper.jira:gh-epic-link',
    'com.atlassian.jpo:jpo-custom-field-parent',
  ].flatMap((custom) => fields.filter(({ schema }) => schema?.custom === custom).map(({ id }) => id));
  const ofMetrics = metricFields({ metrics }).map((name) => fieldsCalled(name, fields));
  const named = [...impactFields, ...ofMetrics, ...(priorityFields ? [priorityFields] : [])];
  return {
    ids: [...new Set([...ownFields, ...parents, ...named.flatMap(({ ids }) => ids)])],
    impact: impactFields,
    metrics: ofMetrics,
    ...(priorityFields && { priority: priorityFields }),
    parents,
    unknown: named.filter(({ ids }) => ids.length === 0).map(({ name }) => name),
  };
}

/** An issue's value, ready for reading: the first of those whose fields share the name. */
export function valueOf({ name, ids }: NamedFields, values: Readonly<Record<string, unknown>>): FieldValue {
  for (const id of ids) {
    const value = valueAt(id, values);
    if (value !== null && value !== undefined) return { name, value: plainValue(value) };
  }
  return { name };
}

/** An issue's own value in a field: Jira names the fields, and an object has members that nobody wrote. */
export function valueAt(id: string, values: Readonly<Record<string, unknown>>): unknown {
  return Object.hasOwn(values, id) ? values[id] : undefined;
}

/** The fields that may hold impact or priority, each name once. */
export function impactCandidates(fields: readonly JiraField[]): TrackerField[] {
  const types = new Map<string, TrackerField['type']>();
  for (const field of fields) {
    const type = typeOf(field);
    if (type) types.set(field.name, types.get(field.name) ?? type);
  }
  return [...types].map(([name, type]) => ({ name, type }));
}

/** By name in the person's language or in the site's own, or by id. */
function fieldsCalled(wanted: string, fields: readonly JiraField[]): NamedFields {
  const isWanted = (text: string | null | undefined): boolean => text?.toLowerCase() === wanted.toLowerCase();
  const found = fields.filter(
    ({ id, name, untranslatedName }) => isWanted(name) || isWanted(untranslatedName) || isWanted(id),
  );
  // The connection maps a name to a part of the impact: it must stay findable there.
  const name = found.find((field) => isWanted(field.name))?.name ?? wanted;
  return { name, ids: found.map(({ id }) => id) };
}

function typeOf({ id, schema }: JiraField): TrackerField['type'] | undefined {
  if (schema?.custom == null) return countedFields.get(id);
  // Ids and intervals of Jira's own apps are stored as texts that nobody writes.
  if (/:(jpo-|gh-|devsummary|interval$)/.test(schema.custom)) return undefined;
  switch (schema.type) {
    case 'number':
      return 'number';
    case 'string':
    case 'doc':
      return 'text';
    case 'array':
    case 'option':
    case 'option-with-child':
      return 'list';
    default:
      return undefined;
  }
}

/** Rich texts as plain texts, counts and single choices without their wrapping. */
function plainValue(value: unknown): unknown {
  // Jira has no lists in lists; a deep one would only cost.
  if (Array.isArray(value)) return value.filter((each) => !Array.isArray(each));
  if (typeof value !== 'object' || value === null) return value;
  if (Reflect.get(value, 'type') === 'doc') return adfText(value);
  for (const name of ['votes', 'watchCount', 'value']) {
    const inner: unknown = Reflect.get(value, name);
    if (typeof inner === 'number' || typeof inner === 'string') return inner;
  }
  return value;
}
