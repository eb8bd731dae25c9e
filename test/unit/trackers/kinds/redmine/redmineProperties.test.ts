import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { connect, never, pagesOf } from '../../support/connect';
import { TrackerServer } from '../../support/trackerServer';
import { assertValidGoal } from '../../support/validGoal';

const optionalFields = [
  'description',
  'project',
  'tracker',
  'status',
  'priority',
  'assigned_to',
  'category',
  'fixed_version',
  'parent',
  'due_date',
  'done_ratio',
  'custom_fields',
  'relations',
  'updated_on',
];

describe('Redmine, whatever it answers', () => {
  let wild: { readonly issues: unknown; readonly other: unknown };
  const server = new TrackerServer(({ url }) => ({
    json: url.pathname.endsWith('/issues.json') ? wild.issues : wild.other,
  }));
  before(() => server.start());
  after(() => server.stop());

  const issue = fc
    .record(Object.fromEntries(optionalFields.map((name) => [name, fc.jsonValue()])), { requiredKeys: [] })
    .map((fields) => ({ id: 7, subject: 'Title', ...fields }));
  const lists = fc.constant({
    user: { login: 'robin' },
    issue_priorities: [{ id: 1, name: 'Low' }],
    issue_statuses: [{ id: 1, name: 'New' }],
    versions: [],
    trackers: [{ id: 1, name: 'Bug' }],
    projects: [],
  });
  const answers = fc.record({
    issues: fc.oneof(fc.jsonValue(), fc.record({ issues: fc.array(fc.oneof(issue, fc.jsonValue())) })),
    other: fc.oneof({ arbitrary: lists, weight: 3 }, { arbitrary: fc.jsonValue(), weight: 1 }),
  });

  it('gives goals or a TrackerError, and nothing else', async () => {
    const impact = { Customers: 'customers' };
    await fc.assert(
      fc.asyncProperty(answers, async (value) => {
        wild = value;
        const { tracker } = await connect({ kind: 'redmine', url: server.url, follow: ['shop'], impact });
        try {
          const pages = [...(await pagesOf(tracker)), await tracker.getByKeys(['SHOP-7'], never)];
          for (const goal of pages.flatMap(({ goals }) => goals)) assertValidGoal(goal);
          for (const { name } of await tracker.fields(never)) assert.equal(typeof name, 'string');
        } catch (error) {
          assert.ok(error instanceof TrackerError, String(error));
        }
      }),
      { numRuns: 150 },
    );
  });
});
