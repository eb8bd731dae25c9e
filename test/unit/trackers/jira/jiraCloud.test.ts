import assert from 'node:assert/strict';
import { connect, never, pagesOf, testToken } from '../support/connect';
import { TestClock } from '../support/testClock';
import { loadContract } from './cloudContract';
import { answeredAt, CloudStandIn, type Answers } from './cloudStandIn';
import { cloudFields, cloudIssue, cloudInfo } from './jiraFixtures';

const searchPath = '/rest/api/3/search/jql';
const bulkPath = '/rest/api/3/issue/bulkfetch';

const at =
  (path: string, json: unknown): Answers =>
  ({ url }) =>
    url.pathname === path ? { json } : undefined;

/** An issue with nothing but what every issue has. */
function issue(id: number, updated: string): object {
  return { id: String(id), key: `SHOP-${id}`, fields: { summary: `Issue ${id}`, updated } };
}

describe('Jira Cloud', () => {
  let cloud: CloudStandIn;
  before('reads the vendor’s schemas', async function () {
    // Fifteen hundred files.
    this.timeout(60_000);
    await loadContract();
  });
  const start = async (answers?: Answers, entry: object = {}, options = {}) => {
    cloud = await CloudStandIn.start(answers, options);
    const whole = { kind: 'jira', url: cloud.url, user: 'ada@example.com', follow: ['SHOP'], ...entry };
    return (await connect(whole)).tracker;
  };
  afterEach(async () => {
    await cloud.stop();
    assert.deepEqual(cloud.breaches, []);
  });

  it('maps an issue with everything set', async () => {
    const impact = {
      'customers affected': 'customers',
      'revenue at stake': 'revenue',
      'Customer tier': 'segments',
      Severity: 'severity',
      'Customer said': 'quotes',
    };
    const answers = at(searchPath, { issues: [cloudIssue], isLast: true });
    const tracker = await start(answers, { impact, currency: 'eur' });
    const [page] = await pagesOf(tracker);
    assert.deepEqual(page!.goals, [
      {
        id: '10142',
        trackerId: `jira:${cloud.url}#SHOP`,
        key: 'SHOP-142',
        title: 'Checkout that never loses a cart',
        level: 'epic',
        description: 'People lose their cart.\n\nThey do not come back.',
        status: { name: 'In Progress', category: 'active' },
        priority: { rank: 2, label: 'Must have' },
        impact: {
          customers: { value: 38, field: 'customers affected' },
          revenue: { value: { amount: 180000.5, currency: 'EUR' }, field: 'Revenue at stake' },
          segments: { value: ['Enterprise'], field: 'Customer tier' },
          severity: { value: 'High', field: 'Severity' },
          quotes: { value: [{ text: 'We lost two orders.' }], field: 'Customer said' },
          requests: { value: 12, field: 'votes' },
        },
        owner: { name: 'Priya Nair', email: 'priya@example.com' },
        targetDate: '2026-12-12',
        progress: 0.25,
        metrics: [],
        parentKey: 'PLAN-7',
        blockedByKeys: ['PAY-3'],
        blocksKeys: ['SHOP-150'],
        labels: ['payments', 'q4', 'Checkout'],
        updatedAt: '2026-11-22T10:00:00.000Z',
      },
    ]);
    assert.equal(page!.mark, Date.parse('2026-11-22T10:00:00Z'));
    const { fields } = cloud.bodies(searchPath)[0] as { fields: string[] };
    assert.ok(['customfield_10201', 'customfield_10205', 'issuelinks'].every((id) => fields.includes(id)));
    assert.ok(!fields.includes('customfield_10206'));
  });

  for (const [form, value] of [
    ['absent', undefined],
    ['null', null],
    ['of another type', { surprising: [true] }],
    ['a text', 'surprising'],
  ] as const) {
    it(`maps an issue whose optional fields are ${form}`, async () => {
      const bare = Object.fromEntries(Object.keys(cloudIssue.fields).map((name) => [name, value]));
      const entry = { ...cloudIssue, fields: { ...bare, summary: 'Still there' } };
      const answers = at(searchPath, { issues: [entry], isLast: true });
      const tracker = await start(answers, { impact: { Severity: 'severity' } }, { contract: false });
      const [page] = await pagesOf(tracker);
      assert.deepEqual(
        page!.goals.map(({ key, title, level }) => ({ key, title, level })),
        [{ key: 'SHOP-142', title: 'Still there', level: 'item' }],
      );
    });
  }

  it('keeps the good ones among links and versions of another type', async () => {
    const { issuelinks, fixVersions } = cloudIssue.fields;
    const fields = {
      ...cloudIssue.fields,
      issuelinks: [7, ...issuelinks],
      fixVersions: ['x', ...fixVersions],
    };
    const answers = at(searchPath, { issues: [{ ...cloudIssue, fields }] });
    const tracker = await start(answers, {}, { contract: false });
    const [goal] = (await pagesOf(tracker))[0]!.goals;
    assert.deepEqual([goal!.blockedByKeys, goal!.targetDate], [['PAY-3'], '2026-12-12']);
  });

  it('leaves out an issue that cannot be used, and says so', async () => {
    const answers = at(searchPath, { issues: [{ id: '3' }, cloudIssue], isLast: true });
    const [page] = await pagesOf(await start(answers));
    assert.equal(page!.goals.length, 1);
    assert.match(page!.problems![0]!, /Entry 0 \(3\) is left out: key/);
  });

  it('reads levels from Jira’s own numbers, unless the connection says otherwise', async () => {
    const levelled = ([4, 3, 2, 1, 0, -1] as const).map((hierarchyLevel, index) => ({
      id: String(index + 1),
      key: `SHOP-${index + 1}`,
      fields: {
        summary: 'Level',
        issuetype: { name: hierarchyLevel === 0 ? 'Feature' : `Type ${hierarchyLevel}`, hierarchyLevel },
      },
    }));
    const answers = at(searchPath, { issues: levelled, isLast: true });
    const tracker = await start(answers, { levels: { 'type -1': 'epic' } });
    const [page] = await pagesOf(tracker);
    assert.deepEqual(
      page!.goals.map(({ level }) => level),
      ['objective', 'objective', 'initiative', 'epic', 'item', 'epic'],
    );
  });

  for (const [name, key, resolution, expected] of [
    ['To Do', 'new', undefined, 'planned'],
    ['On hold', 'new', undefined, 'blocked'],
    ['Reviewing', 'indeterminate', undefined, 'active'],
    ['Blocked', 'indeterminate', undefined, 'blocked'],
    ['Done', 'done', { name: 'Fixed' }, 'done'],
    ['Done', 'done', { name: "Won't Do" }, 'dropped'],
    ['Rejected', 'done', undefined, 'dropped'],
    ['Mystery', 'constructor', undefined, undefined],
    ['Parked', 'indeterminate', undefined, 'dropped'],
  ] as const) {
    it(`reads the status ${name} (${key}) as ${expected}`, async () => {
      const fields = { summary: 'Status', status: { name, statusCategory: { key } }, resolution };
      const answers = at(searchPath, { issues: [{ id: '1', key: 'SHOP-1', fields }], isLast: true });
      const tracker = await start(answers, { statuses: { parked: 'dropped' } });
      const [page] = await pagesOf(tracker);
      assert.equal(page!.goals[0]!.status?.category, expected);
    });
  }

  it('counts votes as requests only where there are some and the connection maps no field to requests', async () => {
    const answers = at(searchPath, { issues: [cloudIssue], isLast: true });
    const tracker = await start(answers, { impact: { Votes: 'score', 'Revenue at stake': 'requests' } });
    const [page] = await pagesOf(tracker);
    assert.deepEqual(page!.goals[0]!.impact, {
      score: { value: 12, field: 'Votes' },
      requests: { value: 180001, field: 'Revenue at stake' },
    });
  });

  it('reads the priority from the field that the connection names', async () => {
    const answers = at(searchPath, { issues: [cloudIssue], isLast: true });
    const [page] = await pagesOf(await start(answers, { priority: 'severity' }));
    assert.deepEqual(page!.goals[0]!.priority, { rank: 2, label: 'High' });
  });

  it('takes the first filled one of fields that share their name', async () => {
    const twin = { ...cloudFields[5]!, id: 'customfield_10999', key: 'customfield_10999' };
    const tracker = await start(
      ({ url }) =>
        url.pathname === '/rest/api/3/field'
          ? { json: [twin, ...cloudFields] }
          : at(searchPath, { issues: [cloudIssue], isLast: true })({ url } as never),
      { impact: { 'Revenue at stake': 'score' } },
    );
    const [page] = await pagesOf(tracker);
    assert.equal(page!.goals[0]!.impact!.score!.value, 180000.5);
  });

  it('lists everything that is followed, page after page, and marks the end with no more than its beginning', async () => {
    const tracker = await start(({ url, body }) => {
      if (url.pathname !== searchPath) return undefined;
      const isFirst = (body as { nextPageToken?: string }).nextPageToken === undefined;
      return {
        json: isFirst
          ? { issues: [issue(1, '2026-11-20T08:00:00.000+0000')], nextPageToken: 'page2', isLast: false }
          : // Changed after the list was begun.
            { issues: [issue(2, '2026-11-22T12:30:00.000+0000')], isLast: true },
      };
    });
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ goals, mark }) => [goals[0]!.key, mark]),
      [
        ['SHOP-1', undefined],
        ['SHOP-2', Date.parse(answeredAt)],
      ],
    );
    const [first, second] = cloud.bodies(searchPath);
    assert.equal(
      first!['jql'],
      'project in ("SHOP") AND (statusCategory != Done OR updated >= "-180d") ORDER BY created ASC, key ASC',
    );
    assert.equal(second!['nextPageToken'], 'page2');
    assert.equal(second!['jql'], first!['jql']);
  });

  it('asks for what changed in minutes of its own clock, and marks every page', async () => {
    const tracker = await start(({ url, body }) => {
      if (url.pathname !== searchPath) return undefined;
      const isFirst = (body as { nextPageToken?: string }).nextPageToken === undefined;
      return {
        json: isFirst
          ? { issues: [issue(1, '2026-11-22T11:00:00.000+0000')], nextPageToken: 'page2' }
          : { issues: [issue(2, '2026-11-22T11:30:00.000+0000')], nextPageToken: null },
      };
    });
    const now = new TestClock().now();
    const pages = await pagesOf(tracker, now - 90 * 60_000 - 1);
    assert.deepEqual(
      pages.map(({ mark }) => mark),
      [Date.UTC(2026, 10, 22, 11), Date.UTC(2026, 10, 22, 11, 30)],
    );
    assert.equal(
      cloud.bodies(searchPath)[0]!['jql'],
      'project in ("SHOP") AND updated >= "-91m" ORDER BY updated ASC, key ASC',
    );
  });

  it('ends when the same page comes for ever', async () => {
    const answers = at(searchPath, { issues: [], nextPageToken: 'again', isLast: false });
    await assert.rejects(pagesOf(await start(answers)), { reason: 'wrongShape' });
    assert.equal(cloud.bodies(searchPath).length, 2);
  });

  it('lists ids in large pages', async () => {
    const issues = [1, 2].map((id) => ({ id: String(id), key: `SHOP-${id}` }));
    const tracker = await start(at(searchPath, { issues, isLast: true }));
    const ids: string[] = [];
    for await (const some of tracker.listIds!(never)) ids.push(...some);
    assert.deepEqual(ids, ['1', '2']);
    const [body] = cloud.bodies(searchPath);
    assert.deepEqual([body!['fields'], body!['maxResults']], [['id'], 5000]);
  });

  it('asks for issues by key, without those that cannot be its own', async () => {
    const tracker = await start(at(bulkPath, { issues: [cloudIssue], issueErrors: [] }));
    const { goals } = await tracker.getByKeys(['shop-142', 'SHOP-142', '#7', 'SHOP-0', 'a b', 'RM-3'], never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-142'],
    );
    assert.deepEqual(cloud.bodies(bulkPath)[0]!['issueIdsOrKeys'], ['SHOP-142', 'RM-3']);
    assert.deepEqual(await tracker.getByKeys(['#7'], never), { goals: [] });
    assert.equal(cloud.bodies(bulkPath).length, 1);
  });

  it('asks for no more than 100 issues at once', async () => {
    const tracker = await start(at(bulkPath, { issues: [] }));
    await tracker.getByKeys(
      Array.from({ length: 150 }, (_, index) => `SHOP-${index + 1}`),
      never,
    );
    assert.deepEqual(
      cloud.bodies(bulkPath).map((body) => (body['issueIdsOrKeys'] as string[]).length),
      [100, 50],
    );
  });

  it('asks once more for issues that Jira could not give at once', async () => {
    const tracker = await start(({ url, body }) => {
      if (url.pathname !== bulkPath) return undefined;
      const isAll = (body as { issueIdsOrKeys: string[] }).issueIdsOrKeys.length > 1;
      const issueErrors = [{ id: '10142', errorMessage: 'Too large.' }];
      return { json: isAll ? { issues: [issue(1, '')], issueErrors } : { issues: [cloudIssue] } };
    });
    const { goals } = await tracker.getByKeys(['SHOP-1', 'SHOP-142'], never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-1', 'SHOP-142'],
    );
    assert.deepEqual(cloud.bodies(bulkPath)[1]!['issueIdsOrKeys'], ['10142']);
  });

  it('signs in with the e-mail address and the token, and says who that is', async () => {
    const tracker = await start(undefined, { impact: { 'No such field': 'score' } });
    assert.deepEqual(await tracker.checkConnection(never), {
      account: 'Ada Lovelace',
      server: 'Jira Cloud',
      limits: ['Jira shows you no field that is called “No such field”.'],
    });
    const expected = `Basic ${Buffer.from(`ada@example.com:${testToken}`).toString('base64')}`;
    assert.ok(cloud.requests.every(({ headers }) => headers.authorization === expected));
  });

  it('does not take an answer to a stranger for one to us', async () => {
    const tracker = await start(({ url }) =>
      url.pathname === '/rest/api/3/myself' ? { status: 401, json: {} } : undefined,
    );
    await assert.rejects(tracker.checkConnection(never), { reason: 'unauthorized' });
    await assert.rejects(pagesOf(tracker), { reason: 'unauthorized' });
    assert.equal(cloud.bodies(searchPath).length, 0);
  });

  it('takes a sign-in that the answer’s header calls failed for one', async () => {
    const tracker = await start(({ url }) =>
      url.pathname === bulkPath
        ? { json: { issues: [] }, headers: { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' } }
        : undefined,
    );
    await assert.rejects(tracker.getByKeys(['SHOP-1'], never), { reason: 'unauthorized' });
  });

  it('works without the lists of priorities and fields', async () => {
    const tracker = await start(({ url }) => {
      if (/priority|field$/.test(url.pathname)) return { status: 403, json: {} };
      return url.pathname === searchPath ? { json: { issues: [cloudIssue], isLast: true } } : undefined;
    });
    const [page] = await pagesOf(tracker);
    assert.deepEqual(page!.goals[0]!.priority, { rank: 0, label: 'Must have' });
  });

  it('offers projects, page after page', async () => {
    const project = (key: string) => ({
      id: key,
      key,
      name: `Project ${key}`,
      description: ` About\n${key} `,
    });
    const tracker = await start(({ url }) => {
      if (url.pathname !== '/rest/api/3/project/search') return undefined;
      const startAt = Number(url.searchParams.get('startAt'));
      const values = startAt === 0 ? [project('A'), { ...project('B'), description: '' }] : [project('C')];
      return { json: { startAt, maxResults: 2, total: 3, isLast: startAt > 0, values } };
    });
    assert.deepEqual(await tracker.followables(never), [
      { value: 'A', label: 'Project A', description: 'About A' },
      { value: 'B', label: 'Project B' },
      { value: 'C', label: 'Project C', description: 'About C' },
    ]);
  });

  it('offers the fields that may hold impact, those of Product Discovery among them', async () => {
    const tracker = await start();
    assert.deepEqual(await tracker.fields(never), [
      { name: 'Votes', type: 'number' },
      { name: 'Labels', type: 'list' },
      { name: 'Kunden', type: 'number' },
      { name: 'Revenue at stake', type: 'number' },
      { name: 'Customer tier', type: 'list' },
      { name: 'Severity', type: 'list' },
      { name: 'Customer said', type: 'text' },
      { name: 'Reach', type: 'number' },
    ]);
  });

  it('sees a site through the gateway as Cloud by what it says of itself', async () => {
    const tracker = await start(at('/rest/api/2/serverInfo', { ...cloudInfo, deploymentType: 'CLOUD' }));
    assert.equal((await tracker.checkConnection(never)).server, 'Jira Cloud');
  });
});

describe('Jira Cloud without an e-mail address', () => {
  it('says what is missing, and sends nothing', async () => {
    const { tracker } = await connect({ kind: 'jira', url: 'https://shop.atlassian.net' });
    await assert.rejects(tracker.checkConnection(never), { reason: 'unauthorized', message: /e-mail/ });
  });
});
