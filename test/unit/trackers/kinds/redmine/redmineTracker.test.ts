import assert from 'node:assert/strict';
import { connect, never, pagesOf } from '../../support/connect';
import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../../support/trackerServer';

const statuses = [
  { id: 1, name: 'New', is_closed: false },
  { id: 5, name: 'Closed', is_closed: true },
];
const priorities = ['Low', 'Normal', 'High', 'Urgent', 'Immediate'].map((name, index) => ({
  id: index + 1,
  name,
}));

/** An issue with all that Redmine may say of it. */
const full = {
  id: 7,
  project: { id: 1, name: 'Shop' },
  tracker: { id: 2, name: 'Initiative' },
  status: { id: 2, name: 'In Progress', is_closed: false },
  priority: { id: 4, name: 'Urgent' },
  author: { id: 1, name: 'Admin' },
  assigned_to: { id: 5, name: 'Priya Nair' },
  category: { id: 1, name: 'payments' },
  fixed_version: { id: 3, name: '2026.12' },
  parent: { id: 1 },
  subject: 'Checkout that never loses a cart',
  description: 'First line\r\nsecond line',
  start_date: '2026-11-01',
  due_date: null,
  done_ratio: 62,
  custom_fields: [
    { id: 1, name: 'Customers affected', value: '38' },
    { id: 2, name: 'Revenue at stake', value: '180000.0' },
    { id: 3, name: 'Customers', multiple: true, value: ['Acme', 'Globex'] },
    { id: 4, name: 'Customer tier', value: 'Enterprise' },
  ],
  relations: [
    { id: 1, issue_id: 9, issue_to_id: 7, relation_type: 'blocks', delay: null },
    { id: 2, issue_id: 7, issue_to_id: 11, relation_type: 'blocks', delay: null },
    { id: 3, issue_id: 7, issue_to_id: 12, relation_type: 'relates', delay: null },
  ],
  created_on: '2026-11-01T08:00:00Z',
  updated_on: '2026-11-22T10:00:00Z',
};

function answers(
  issues: (request: ReceivedRequest) => CannedAnswer,
  one: (number: number) => CannedAnswer,
): TrackerServer {
  return new TrackerServer((request) => {
    const number = /\/issues\/(\d+)\.json$/.exec(request.url.pathname)?.[1];
    if (number !== undefined) return one(Number(number));
    switch (request.url.pathname) {
      case '/redmine/users/current.json':
        return { json: { user: { id: 5, login: 'robin', firstname: 'Robin', lastname: 'Fields' } } };
      case '/redmine/issue_statuses.json':
        return { json: { issue_statuses: statuses } };
      case '/redmine/enumerations/issue_priorities.json':
        return { json: { issue_priorities: priorities } };
      case '/redmine/projects/1/versions.json':
        return { json: { versions: [{ id: 3, name: '2026.12', due_date: '2026-12-12' }] } };
      case '/redmine/issues.json':
        return issues(request);
      default:
        return { status: 404, text: '' };
    }
  });
}

describe('Redmine', () => {
  let server: TrackerServer;
  const start = async (
    issues: (request: ReceivedRequest) => CannedAnswer,
    one: (number: number) => CannedAnswer = () => ({ status: 404, text: '' }),
  ) => {
    server = await answers(issues, one).start();
    const impact = {
      'customers affected': 'customers',
      'Revenue at stake': 'revenue',
      Customers: 'customerNames',
      'Customer tier': 'segments',
    };
    const entry = {
      kind: 'redmine',
      url: `${server.url}/redmine/`,
      follow: ['shop'],
      impact,
      currency: 'eur',
    };
    return (await connect(entry)).tracker;
  };
  afterEach(() => server.stop());

  it('maps an issue with everything set', async () => {
    const tracker = await start(() => ({ json: { issues: [full], total_count: 1, offset: 0, limit: 100 } }));
    const [page] = await pagesOf(tracker);
    const [goal] = page!.goals;
    assert.deepEqual(goal, {
      id: '7',
      trackerId: `redmine:${server.url}/redmine#shop`,
      key: 'SHOP-7',
      title: 'Checkout that never loses a cart',
      level: 'initiative',
      description: 'First line\nsecond line',
      status: { name: 'In Progress', category: 'active' },
      priority: { rank: 1, label: 'Urgent' },
      impact: {
        customers: { value: 38, field: 'Customers affected' },
        revenue: { value: { amount: 180000, currency: 'EUR' }, field: 'Revenue at stake' },
        customerNames: { value: ['Acme', 'Globex'], field: 'Customers' },
        segments: { value: ['Enterprise'], field: 'Customer tier' },
      },
      owner: { name: 'Priya Nair' },
      mine: 'me',
      targetDate: '2026-12-12',
      progress: 0.62,
      metrics: [],
      parentKey: 'SHOP-1',
      blockedByKeys: ['SHOP-9'],
      blocksKeys: ['SHOP-11'],
      labels: ['payments', '2026.12'],
      updatedAt: '2026-11-22T10:00:00.000Z',
    });
    assert.equal(page!.mark, Date.parse(full.updated_on));
  });

  for (const [form, value] of [
    ['absent', undefined],
    ['null', null],
    ['of another type', { surprising: true }],
  ] as const) {
    it(`maps an issue whose optional fields are ${form}`, async () => {
      const bare = Object.fromEntries(
        Object.keys(full).map((name) => [name, name === 'id' || name === 'subject' ? full[name] : value]),
      );
      const tracker = await start(() => ({ json: { issues: [bare] } }));
      const [page] = await pagesOf(tracker);
      assert.deepEqual(
        page!.goals.map(({ key, title, level }) => ({ key, title, level })),
        [{ key: 'SHOP-7', title: full.subject, level: 'item' }],
      );
    });
  }

  it('leaves out an issue that cannot be used, and says so', async () => {
    const tracker = await start(() => ({ json: { issues: [{ id: 3 }, full] } }));
    const [page] = await pagesOf(tracker);
    assert.deepEqual(
      page!.goals.map(({ key }) => key),
      ['SHOP-7'],
    );
    assert.match(page!.problems![0]!, /Entry 0 \(3\) is left out: subject/);
  });

  it('asks for what changed, page after page, without skipping what moves meanwhile', async () => {
    const all = Array.from({ length: 250 }, (_, index) => ({
      id: index + 1,
      subject: `Issue ${index + 1}`,
      // Three in each second, so that a page ends within one.
      updated_on: new Date(Date.UTC(2026, 10, 1) + Math.floor(index / 3) * 1000).toISOString(),
    }));
    const tracker = await start(({ url }) => {
      const from = Date.parse(
        url.searchParams.get('updated_on')?.replace('>=', '') ?? '1970-01-01T00:00:00Z',
      );
      const found = all
        .filter((each) => Date.parse(each.updated_on) >= from)
        .map((each) => ({ ...each }))
        .sort((a, b) => a.updated_on.localeCompare(b.updated_on));
      // The first issue changes while we read and moves to the end.
      if (from > 0) all[0]!.updated_on = '2026-12-01T00:00:00Z';
      return { json: { issues: found.slice(0, 100), total_count: found.length } };
    });
    const pages = await pagesOf(tracker, Date.UTC(2026, 9, 31));
    const ids = new Set(pages.flatMap(({ goals }) => goals.map(({ id }) => id)));
    assert.equal(ids.size, 250);
    const { searchParams } = server.requests.find(({ url }) => url.pathname.endsWith('/issues.json'))!.url;
    assert.equal(searchParams.get('updated_on'), '>=2026-10-31T00:00:00Z');
    assert.equal(searchParams.get('status_id'), '*');
    assert.equal(searchParams.get('project_id'), 'shop');
  });

  it('ends when the server gives the same full page for ever', async () => {
    const issues = Array.from({ length: 100 }, (_, index) => ({
      id: index + 1,
      subject: 'Again',
      updated_on: '2026-11-01T00:00:00Z',
    }));
    const tracker = await start(() => ({ json: { issues } }));
    await assert.rejects(pagesOf(tracker), { reason: 'wrongShape' });
    assert.ok(server.requests.length < 10);
  });

  it('asks for issues by key, and only for its own', async () => {
    const tracker = await start(() => ({ json: { issues: [full] } }));
    const { goals } = await tracker.getByKeys(['shop-7', 'OTHER-3', 'SHOP-x'], never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-7'],
    );
    const asked = server.requests.find(({ url }) => url.pathname === '/redmine/issues.json');
    assert.equal(asked?.url.searchParams.get('issue_id'), '7');
    assert.deepEqual(await tracker.getByKeys(['OTHER-3'], never), { goals: [] });
  });

  it('asks for issues one by one where a Redmine before 3.3 lists all of them', async () => {
    const tracker = await start(
      () => ({ json: { issues: [full, { ...full, id: 8 }] } }),
      (number) => (number === 7 ? { json: { issue: full } } : { status: 404, text: '' }),
    );
    const { goals } = await tracker.getByKeys(['SHOP-7', 'SHOP-9'], never);
    assert.deepEqual(
      goals.map(({ key, blockedByKeys }) => [key, blockedByKeys]),
      [['SHOP-7', ['SHOP-9']]],
    );
    const asked = server.requests.filter(({ url }) => /issues\/\d/.test(url.pathname));
    assert.deepEqual(
      asked.map(({ url }) => [url.pathname, url.searchParams.get('include')]),
      [
        ['/redmine/issues/7.json', 'relations'],
        ['/redmine/issues/9.json', 'relations'],
      ],
    );
  });
});
