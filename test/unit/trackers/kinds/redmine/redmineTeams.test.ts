import assert from 'node:assert/strict';
import { connect, pagesOf } from '../../support/connect';
import { TrackerServer, type CannedAnswer } from '../../support/trackerServer';

const priorities = ['Niedrig', 'Normal', 'Hoch'].map((name, index) => ({ id: index + 1, name }));
const statuses = [
  { id: 1, name: 'Neu', is_closed: false },
  { id: 6, name: 'Abgewiesen', is_closed: true },
];
const issueOf = (id: number, more: object): object => ({
  id,
  subject: `Aufgabe ${id}`,
  updated_on: '2026-11-22T10:00:00Z',
  ...more,
});

describe('A Redmine that a team has made its own', () => {
  let server: TrackerServer;
  afterEach(() => server.stop());
  const goals = async (
    issues: readonly object[],
    entry: object = {},
    more: Readonly<Record<string, CannedAnswer>> = {},
  ) => {
    server = await new TrackerServer(({ url }): CannedAnswer => {
      const known: Readonly<Record<string, CannedAnswer>> = {
        '/users/current.json': { json: { user: { login: 'robin' } } },
        '/issue_statuses.json': { json: { issue_statuses: statuses } },
        '/enumerations/issue_priorities.json': { json: { issue_priorities: priorities } },
        '/issues.json': { json: { issues, total_count: issues.length } },
        ...more,
      };
      const ofProject = more[`${url.pathname}?${url.searchParams.get('project_id')}`];
      return ofProject ?? known[url.pathname] ?? { status: 403, text: '' };
    }).start();
    const { tracker } = await connect({ kind: 'redmine', url: server.url, follow: ['shop'], ...entry });
    return pagesOf(tracker);
  };

  for (const [name, isClosed, done, category] of [
    ['Neu', false, 0, 'planned'],
    ['In Bearbeitung', false, 0, 'active'],
    ['Beim Kunden', false, 40, 'active'],
    ['Beim Kunden', false, 0, 'planned'],
    ['Resuelta', false, 90, 'active'],
    ['Gelöst', true, 100, 'done'],
    ['Hecho', true, 0, 'done'],
    ['Abgewiesen', true, 0, 'dropped'],
    ['Rechazada', true, 0, 'dropped'],
    ['Rejected', true, 0, 'dropped'],
    ['In Progress', true, 0, 'done'],
  ] as const) {
    it(`keeps the status ${name}, ${isClosed ? 'closed' : 'open'} with ${done} %, as ${category}`, async () => {
      const status = { id: 3, name, is_closed: isClosed };
      const [page] = await goals([issueOf(1, { status, done_ratio: done })]);
      assert.deepEqual(page!.goals[0]!.status, { name, category });
    });
  }

  it('is closed where it says so, whatever other statuses the connection names', async () => {
    const issues = ['In Progress', 'Neu'].map((name, index) =>
      issueOf(index + 1, { status: { id: index + 1, name, is_closed: true } }),
    );
    const [page] = await goals(issues, { statuses: { Neu: 'active' } });
    assert.deepEqual(
      page!.goals.map(({ status }) => status?.category),
      ['done', 'active'],
    );
  });

  const fields = [
    { id: 1, name: 'Segment', value: '1' },
    { id: 2, name: 'Kunde', value: ['7', '8'], multiple: true },
    { id: 3, name: 'Wirkung', value: '12' },
    { id: 4, name: 'Schwere', value: '2' },
  ];
  const impact = { Segment: 'segments', Kunde: 'customerNames', Wirkung: 'score', Schwere: 'severity' };
  const assigned = { assigned_to: { id: 7, name: 'Priya Nair' }, custom_fields: fields };

  it('has the names of a key-value list and of people where their definitions can be read', async () => {
    const definitions = [
      { id: 1, field_format: 'enumeration', possible_values: [{ value: '1', label: 'Enterprise' }] },
      { id: 2, field_format: 'user' },
      { id: 3, field_format: 'int' },
      { id: 4, field_format: 'list' },
    ];
    const more = { '/custom_fields.json': { json: { custom_fields: definitions } } };
    const [page] = await goals([issueOf(1, assigned)], { impact }, more);
    const found = page!.goals[0]!.impact!;
    assert.deepEqual(found.segments!.value, ['Enterprise']);
    assert.deepEqual(found.customerNames!.value, ['Priya Nair']);
    assert.equal(found.score!.value, 12);
    assert.equal(found.severity!.value, '2');
  });

  it('shows no bare ids where the definitions are for administrators only', async () => {
    const [page] = await goals([issueOf(1, assigned)], { impact });
    const found = page!.goals[0]!.impact!;
    assert.deepEqual(
      [found.segments, found.customerNames, found.severity],
      [undefined, undefined, undefined],
    );
    assert.equal(found.score!.value, 12);
  });

  it('names an archived project, and reads the others', async () => {
    const more = { '/issues.json?old': { status: 403, text: '' } };
    const pages = await goals([issueOf(1, {})], { follow: ['old', 'shop'] }, more);
    assert.deepEqual(
      pages.flatMap((page) => page.goals.map(({ key }) => key)),
      ['OLD-1'],
    );
    assert.deepEqual(pages.at(-1)!.unread, [{ place: 'old' }]);
    assert.ok(pages.at(-1)!.mark !== undefined);
  });

  it('fails where none of its projects can be read', async () => {
    const more = { '/issues.json?old': { status: 403, text: '' } };
    await assert.rejects(goals([], { follow: ['old'] }, more), { reason: 'forbidden' });
  });
});
