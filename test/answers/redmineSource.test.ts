import assert from 'node:assert/strict';
import * as z from 'zod';
import * as redmine from '../../src/trackers/kinds/redmine/redmineSchemas';
import { pinnedFile } from './pinnedFile';

interface Named {
  readonly properties?: Readonly<Record<string, Named>>;
  readonly items?: Named;
  readonly anyOf?: readonly Named[];
}

/** Every name that a schema reads. */
function namesIn({ properties = {}, items, anyOf = [] }: Named): string[] {
  const inner = [...Object.values(properties), ...anyOf, ...(items ? [items] : [])];
  return [...Object.keys(properties), ...inner.flatMap(namesIn)];
}

/** Every name that a view writes: `api.subject …`, `:id => …`, `id: …`. */
function namesWritten(view: string): Set<string> {
  const names = view.matchAll(/\bapi\.(?:array :)?(\w+)|:(\w+) =>|\b(\w+): /g);
  return new Set([...names].map(([, call, old, now]) => call ?? old ?? now ?? ''));
}

/** What is read, and in which views Redmine writes it. */
const answers: readonly (readonly [string, z.ZodType, readonly string[]])[] = [
  ['issues', redmine.issueSchema, ['views/issues/index.api.rsb', 'helpers/custom_fields_helper.rb']],
  ['a page of issues', redmine.issuesPageSchema, ['views/issues/index.api.rsb']],
  ['one issue', redmine.issueSchema, ['views/issues/show.api.rsb', 'helpers/custom_fields_helper.rb']],
  ['who is signed in', redmine.currentUserSchema, ['views/users/show.api.rsb']],
  ['statuses', redmine.statusesSchema, ['views/issue_statuses/index.api.rsb']],
  // The name of the list is that of the class.
  ['priorities', redmine.namedSchema, ['views/enumerations/index.api.rsb']],
  ['versions', redmine.versionsSchema, ['views/versions/index.api.rsb']],
  ['projects', redmine.projectsSchema, ['views/projects/index.api.rsb']],
  ['trackers', redmine.trackersSchema, ['views/trackers/index.api.rsb']],
  ['custom fields', redmine.customFieldsSchema, ['views/custom_fields/index.api.rsb']],
];

/** Conditions of a list of issues. */
const conditions = ['project_id', 'tracker_id', 'status_id', 'assigned_to_id', 'updated_on', 'issue_id'];

const repository = 'redmine/redmine';
for (const [version, commit, unread, unknown] of [
  // Without them, the list of statuses tells what is closed, values have no labels, and issues are asked for one by one.
  [
    '3.0',
    'af861bfa6b6a914416118c5d6fb870007c4f0dca',
    ['issues: is_closed', 'one issue: is_closed', 'custom fields: label'],
    ['issue_id'],
  ],
  ['7.0', 'd4444e20cf5c5249cc7c2664d2d679442856cacb', [], []],
] as const) {
  describe(`The source of Redmine ${version}`, () => {
    it('writes what we read', async () => {
      const missing: string[] = [];
      for (const [name, schema, files] of answers) {
        const views = files.map((file) => pinnedFile({ repository, commit }, `app/${file}`));
        const written = namesWritten((await Promise.all(views)).join('\n'));
        const read = namesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Named);
        missing.push(
          ...[...new Set(read)].filter((each) => !written.has(each)).map((each) => `${name}: ${each}`),
        );
      }
      assert.deepEqual(missing, unread);
    });

    it('knows the conditions that we set', async () => {
      const query = await pinnedFile({ repository, commit }, 'app/models/issue_query.rb');
      const known = new Set(
        [...query.matchAll(/add_available_filter\(?\s*["'](\w+)["']/g)].map(([, name]) => name),
      );
      assert.deepEqual(
        conditions.filter((name) => !known.has(name)),
        unknown,
      );
    });
  });
}
