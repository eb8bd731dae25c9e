import assert from 'node:assert/strict';
import { connect, never, pagesOf, testToken } from '../../support/connect';
import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../../support/trackerServer';
import { serverFields } from './fieldFixtures';
import { serverIssue } from './serverFixtures';

const root = '/jira/rest/api/2';
const priorities = ['Lebenswichtig', 'Ganz schön wichtig', 'Na ja', 'Egal'].map((name, index) => ({
  id: String(index + 1),
  name,
}));
/** Data Center tells of its limits with every answer. */
const headers = {
  'X-RateLimit-Limit': '50',
  'X-RateLimit-Remaining': '49',
  'X-RateLimit-Interval-Seconds': '1',
  'X-RateLimit-FillRate': '10',
  'Retry-After': '0',
};

interface SearchBody {
  readonly jql: string;
  readonly startAt: number;
  readonly maxResults: number;
}

describe('Jira Data Center', () => {
  let server: TrackerServer;
  const start = async (
    answers: (request: ReceivedRequest) => CannedAnswer | undefined,
    entry: object = {},
  ) => {
    const usual: Readonly<Record<string, unknown>> = {
      [`${root}/serverInfo`]: { version: '9.12.4', deploymentType: 'Server' },
      [`${root}/myself`]: { key: 'JIRAUSER10001', name: 'ada', displayName: 'Ada Lovelace' },
      [`${root}/field`]: serverFields,
      [`${root}/priority`]: priorities,
    };
    server = await new TrackerServer((request) => {
      const json = usual[request.url.pathname];
      const answer = answers(request) ?? (json === undefined ? { status: 404, json: {} } : { json });
      return { ...answer, headers: { ...headers, ...answer.headers } };
    }).start();
    const whole = { kind: 'jira', url: `${server.url}/jira`, follow: ['SHOP'], ...entry };
    return connect(whole);
  };
  const searches = (): SearchBody[] =>
    server.requests
      .filter(({ url }) => url.pathname === `${root}/search`)
      .map(({ body }) => body as SearchBody);
  afterEach(() => server.stop());

  it('maps an issue below a context path', async () => {
    const { tracker } = await start(({ url }) =>
      url.pathname === `${root}/search`
        ? { json: { issues: [serverIssue], startAt: 0, maxResults: 100, total: 1 } }
        : undefined,
    );
    const [page] = await pagesOf(tracker);
    assert.equal(page!.total, 1);
    assert.deepEqual(page!.goals, [
      {
        id: '20007',
        trackerId: `jira:${server.url}/jira#SHOP`,
        key: 'SHOP-7',
        title: 'Pay by invoice',
        level: 'initiative',
        description: 'Why\n\nPeople want it, see the study.\n\n- one\n  - two',
        status: { name: 'Closed', category: 'dropped' },
        priority: { rank: 2, label: 'Ganz schön wichtig' },
        owner: { name: 'Priya Nair', email: 'priya@example.com' },
        targetDate: '2026-12-31',
        progress: 0.25,
        metrics: [],
        parentKey: 'SHOP-1',
        otherParentKeys: ['PLAN-2'],
        blockedByKeys: [],
        blocksKeys: [],
        labels: [],
        updatedAt: '2026-11-22T10:00:00.000Z',
      },
    ]);
  });

  for (const [form, link, expected] of [
    ['a key', 'PLAN-2', 'PLAN-2'],
    ['an issue', { id: '1', key: 'PLAN-3' }, 'PLAN-3'],
    ['an issue within data', { data: { key: 'PLAN-4' } }, 'PLAN-4'],
    ['something else', { data: 7 }, undefined],
  ] as const) {
    it(`reads a Parent Link that is ${form}`, async () => {
      const fields = { ...serverIssue.fields, customfield_10101: null, customfield_10102: link };
      const { tracker } = await start(({ url }) =>
        url.pathname === `${root}/search`
          ? { json: { issues: [{ ...serverIssue, fields }], total: 1 } }
          : undefined,
      );
      const [page] = await pagesOf(tracker);
      assert.equal(page!.goals[0]!.parentKey, expected);
    });
  }

  it('signs in with the token alone, or with a name where the connection has one', async () => {
    const { tracker } = await start(() => undefined);
    assert.deepEqual(await tracker.checkConnection(never), {
      account: 'Ada Lovelace',
      server: 'Jira 9.12.4',
    });
    assert.ok(server.requests.every((request) => request.headers.authorization === `Bearer ${testToken}`));
    await server.stop();
    const basic = (await start(() => undefined, { user: 'ada' })).tracker;
    await basic.checkConnection(never);
    assert.match(server.requests[0]!.headers.authorization!, /^Basic /);
  });

  it('asks nobody who they are where no sign-in is wanted', async () => {
    const { tracker } = await start(
      ({ url }) => (url.pathname === `${root}/myself` ? { status: 401, json: {} } : undefined),
      { signIn: 'none' },
    );
    assert.deepEqual(await tracker.checkConnection(never), { server: 'Jira 9.12.4' });
  });

  it('does not pause for the retry-after: 0 of every answer', async () => {
    const { tracker, rateLimit } = await start(() => undefined);
    await tracker.checkConnection(never);
    await tracker.checkConnection(never);
    assert.deepEqual(rateLimit(), { remaining: 49, limit: 50 });
  });

  it('reads pages of the size that the server allows, without a gap where issues leave the list', async () => {
    const all = Array.from({ length: 95 }, (_, index) => ({
      id: String(index + 1),
      key: `SHOP-${index + 1}`,
      fields: { summary: 'Issue', updated: new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString() },
    }));
    let list = [...all];
    const { tracker } = await start(({ url, body }) => {
      if (url.pathname !== `${root}/search`) return undefined;
      const { startAt } = body as SearchBody;
      const json = { issues: list.slice(startAt, startAt + 20), startAt, maxResults: 20, total: list.length };
      // While the second page is read, the first five go, and two others change and move to the end.
      if (startAt > 0) list = list.filter(({ id }) => Number(id) > 5);
      if (startAt > 20) {
        const moved = all.slice(10, 12).map((each) => ({
          ...each,
          fields: { summary: 'Changed', updated: '2026-11-09T00:00:00.000+0000' },
        }));
        list = [...list.filter(({ id }) => id !== '11' && id !== '12'), ...moved];
      }
      return { json };
    });
    const pages = await pagesOf(tracker, Date.UTC(2026, 10, 1));
    const goals = pages.flatMap((page) => page.goals);
    assert.equal(new Set(goals.map(({ id }) => id)).size, 95);
    assert.deepEqual(
      goals.filter(({ title }) => title === 'Changed').map(({ id }) => id),
      ['11', '12'],
    );
    assert.equal(pages.at(-1)!.mark, Date.UTC(2026, 10, 9));
    assert.match(searches()[0]!.jql, /^project in \("SHOP"\) AND updated >= "-\d+m" ORDER BY updated ASC/);
  });

  it('ends when the server gives the same page for ever', async () => {
    const issues = [serverIssue, { ...serverIssue, id: '20008' }];
    const { tracker } = await start(({ url }) =>
      url.pathname === `${root}/search` ? { json: { issues, maxResults: 2 } } : undefined,
    );
    await assert.rejects(pagesOf(tracker), { reason: 'wrongShape' });
    assert.ok(server.requests.length < 300);
  });

  it('asks for issues by key without a check of the query', async () => {
    const { tracker } = await start(({ url }) =>
      url.pathname === `${root}/search` ? { json: { issues: [serverIssue], total: 1 } } : undefined,
    );
    const { goals } = await tracker.getByKeys(['SHOP-7', 'GONE-1', '!4'], never);
    assert.equal(goals.length, 1);
    const { searchParams } = server.requests.at(-1)!.url;
    assert.equal(searchParams.get('jql'), 'issuekey in ("SHOP-7", "GONE-1")');
    assert.equal(searchParams.get('validateQuery'), 'false');
  });

  it('asks for issues one by one where an unknown key spoils the query', async () => {
    const { tracker } = await start(({ url }) => {
      if (url.pathname === `${root}/issue/SHOP-7`) return { json: serverIssue };
      if (url.pathname !== `${root}/search`) return undefined;
      const errorMessages = ["An issue with key 'GONE-1' does not exist for field 'issuekey'."];
      return { status: 400, json: { errorMessages, errors: {} } };
    });
    const { goals } = await tracker.getByKeys(['GONE-1', 'SHOP-7'], never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-7'],
    );
  });

  it('gives Jira’s own words for a query that it refuses', async () => {
    const { tracker } = await start(({ url }) =>
      url.pathname === `${root}/search`
        ? {
            status: 400,
            json: { errorMessages: ["The value 'SHOP' does not exist."], errors: { jql: 'Bad.' } },
          }
        : undefined,
    );
    await assert.rejects(pagesOf(tracker), {
      reason: 'rejected',
      message: /The value 'SHOP' does not exist\. Bad\./,
    });
  });

  it('is not signed in where Jira asks for a captcha', async () => {
    const { tracker } = await start(() => ({
      status: 403,
      text: '<html></html>',
      headers: { 'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE; login-url=x' },
    }));
    await assert.rejects(tracker.checkConnection(never), { reason: 'unauthorized' });
  });

  it('names a project that is archived, and searches the others', async () => {
    const projects = [false, true].map((archived) => ({ key: archived ? 'OLD' : 'SHOP', archived }));
    const answers: Readonly<Record<string, unknown>> = {
      '/project?includeArchived=true': projects,
      '/search': { issues: [serverIssue], startAt: 0, maxResults: 100, total: 1 },
    };
    const { tracker } = await start(
      ({ url: { pathname, search } }) => {
        const json = answers[pathname.replace(root, '') + search];
        return json === undefined ? undefined : { json };
      },
      { follow: ['SHOP', 'OLD'] },
    );
    const pages = await pagesOf(tracker);
    assert.deepEqual(pages.at(-1)!.unread, [{ place: 'OLD', detail: 'the project OLD is archived' }]);
    assert.match(searches()[0]!.jql, /^project in \("SHOP"\) /);
  });

  it('offers the projects of a list without pages', async () => {
    const { tracker } = await start(({ url }) =>
      url.pathname === `${root}/project`
        ? { json: [{ key: 'SHOP', name: 'Shop', description: null }, { name: 'x' }] }
        : undefined,
    );
    assert.deepEqual(await tracker.followables(never), [{ value: 'SHOP', label: 'Shop' }]);
  });
});
