function custom(id: number, name: string, type: string, kind: string, items?: string): object {
  return {
    id: `customfield_${id}`,
    key: `customfield_${id}`,
    name,
    untranslatedName: name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${id}]`, name],
    schema: { type, custom: kind, customId: id, ...(items !== undefined && { items }) },
  };
}

const select = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** The fields of the site, some of them of a Product Discovery project. */
export const cloudFields = [
  {
    id: 'summary',
    key: 'summary',
    name: 'Summary',
    custom: false,
    schema: { type: 'string', system: 'summary' },
  },
  { id: 'votes', key: 'votes', name: 'Votes', custom: false, schema: { type: 'votes', system: 'votes' } },
  {
    id: 'labels',
    key: 'labels',
    name: 'Labels',
    custom: false,
    schema: { type: 'array', items: 'string', system: 'labels' },
  },
  { id: 'issuekey', key: 'issuekey', name: 'Key', custom: false },
  { ...custom(10201, 'Kunden', 'number', `${select}:float`), untranslatedName: 'Customers affected' },
  custom(10202, 'Revenue at stake', 'number', `${select}:float`),
  custom(10203, 'Customer tier', 'array', `${select}:multicheckboxes`, 'option'),
  custom(10204, 'Severity', 'option', `${select}:select`),
  custom(10205, 'Customer said', 'string', `${select}:textarea`),
  custom(10206, 'Project target', 'string', 'jira.polaris:interval'),
  custom(10207, 'Reach', 'number', 'jira.polaris:rating'),
  custom(10208, 'Start', 'date', `${select}:datepicker`),
];

/** Data Center's fields. */
export const serverFields = [
  custom(10101, 'Epic Link', 'any', 'com.pyxis.greenhopper.jira:gh-epic-link'),
  custom(10102, 'Parent Link', 'any', 'com.atlassian.jpo:jpo-custom-field-parent'),
];
