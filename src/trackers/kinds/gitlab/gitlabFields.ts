import type { FieldValue } from '../../mapping/impactFields';
import type { TrackerField } from '../../port/tracker';
import { labelFields } from './gitlabLabels';
import { workItemSchema, type GitlabWidgets } from './gitlabSchemas';

/** The fields that some work items have: their weight, the scopes of their labels, and a team's own fields. */
export function fieldsOfItems(entries: readonly unknown[]): TrackerField[] {
  const types = new Map<string, TrackerField['type']>();
  const widgets = entries.flatMap((entry) => workItemSchema.safeParse(entry).data?.widgets ?? []);
  for (const { name, value } of widgets.flatMap((widget) => (widget ? valuesIn(widget) : []))) {
    const type = typeOf(value);
    const known = types.get(name);
    types.set(name, known === undefined || known === type ? type : 'text');
  }
  return [...types].map(([name, type]) => ({ name, type }));
}

/** The values in a widget that could be impact, by name. */
export function valuesIn({ labels, weight, customFieldValues }: GitlabWidgets): FieldValue[] {
  const titles = (labels?.nodes ?? []).flatMap((label) => label?.title ?? []);
  const custom = (customFieldValues ?? []).flatMap((each): FieldValue[] =>
    each ? [{ name: each.customField.name, value: each.selectedOptions ?? each.number ?? each.text }] : [],
  );
  return [
    ...labelFields(titles),
    ...(typeof weight === 'number' ? [{ name: 'Weight', value: weight }] : []),
    ...custom,
  ];
}

function typeOf(value: unknown): TrackerField['type'] {
  if (typeof value === 'number') return 'number';
  return Array.isArray(value) ? 'list' : 'text';
}
