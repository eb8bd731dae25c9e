import assert from 'node:assert/strict';
import type { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { connect, never, pagesOf } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import type { TrackerServer } from '../../support/trackerServer';
import { azureServer, fault, full, item, type Organization } from './azureServer';

describe('Azure DevOps', () => {
  const asOf = '2026-11-22T12:00:00.617Z';
  let server: TrackerServer;
  let organization: Organization;
  const start = async (items: Organization['items'], entry: object = {}, clock = new TestClock()) => {
    organization = { items, asOf, maxIds: 20_000 };
    server = await azureServer(organization).start();
    const url = `${server.url}/org`;
    return (await connect({ kind: 'azureDevOps', url, follow: ['Web Shop'], ...entry }, clock)).tracker;
  };
  const queries = () =>
    server.requests
      .filter(({ url }) => url.pathname.endsWith('/wiql'))
      .map(({ body }) => (body as { query: string }).query);
  afterEach(() => server.stop());

  it('asks for a batch of all fields and relations, with the version of the API', async () => {
    const tracker = await start([full]);
    await pagesOf(tracker);
    const batch = server.requests.find(({ url }) => url.pathname === '/org/_apis/wit/workitemsbatch')!;
    assert.deepEqual(batch.body, { ids: [7], $expand: 'relations', errorPolicy: 'omit' });
    // These two have only preview versions.
    const previews = ['/org/_apis/connectionData', '/org/_apis/teams'];
    const others = server.requests.filter(({ url }) => !previews.includes(url.pathname));
    assert.ok(others.every(({ url }) => url.searchParams.get('api-version') === '7.1'));
  });

  it('reads page after page in the order of change, each marked with how far it is', async () => {
    const items = Array.from({ length: 450 }, (_, index) => item(index + 1, 450 - index));
    const tracker = await start(items);
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ goals }) => goals.length),
      [200, 200, 50, 0],
    );
    assert.deepEqual(
      pages.map(({ mark }) => mark),
      [...[200, 400, 450].map((minutes) => Date.UTC(2026, 0, 1) + minutes * 60_000), Date.parse(asOf)],
    );
  });

  it('marks nothing as read because of what changed while it read', async () => {
    const items = Array.from({ length: 300 }, (_, index) => item(index + 1));
    const tracker = await start(items);
    organization.instead = ({ url }) => {
      // Between the query and the batch the last of the first page changes.
      if (url.pathname.endsWith('batch')) {
        organization.items[199]!.fields['System.ChangedDate'] = '2026-11-22T12:30:00Z';
      }
      return undefined;
    };
    const [first] = await pagesOf(tracker);
    assert.equal(first!.mark, Date.UTC(2026, 0, 1) + 199 * 60_000);
  });

  it('marks only the end where it follows several projects', async () => {
    const tracker = await start([item(1), item(2, 2, 'Other'), item(3, 3, 'Third')], {
      follow: ['Web Shop', 'Other'],
    });
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ goals, mark }) => [goals.map(({ key }) => key), mark]),
      [
        [['AB-1'], undefined],
        [['AB-2'], undefined],
        [[], Date.parse(asOf)],
      ],
    );
  });

  it('asks for what changed, with a condition of the connection', async () => {
    const tracker = await start([item(1), item(2, 1000)], { query: "[System.AreaPath] UNDER 'Shop'" });
    const pages = await pagesOf(tracker, Date.UTC(2026, 0, 1, 12));
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ key }) => key)),
      ['AB-2'],
    );
    const [query] = queries();
    assert.match(
      query!,
      /ChangedDate\] >= '2026-01-01T12:00:00\.000Z' AND \(\[System\.AreaPath\] UNDER 'Shop'\) ORDER BY/,
    );
    assert.match(query!, /NOT IN \('Test Case'/);
    const [request] = server.requests;
    assert.equal(request!.url.pathname, '/org/Web%20Shop/_apis/wit/wiql');
    assert.equal(request!.url.searchParams.get('timePrecision'), 'true');
  });

  it('asks in all projects where none is followed', async () => {
    const tracker = await start([item(1), item(2, 2, 'Other')], { follow: undefined });
    const pages = await pagesOf(tracker);
    assert.equal(pages[0]!.goals.length, 2);
    assert.equal(server.requests[0]!.url.pathname, '/org/_apis/wit/wiql');
    assert.doesNotMatch(queries()[0]!, /@project/);
  });

  it('asks for halves of the time where there is more than a query gives', async () => {
    const items = Array.from({ length: 300 }, (_, index) => item(index + 1, index * 700));
    const tracker = await start(items);
    organization.maxIds = 100;
    const pages = await pagesOf(tracker);
    const ids = pages.flatMap(({ goals }) => goals.map(({ id }) => Number(id)));
    assert.deepEqual(
      [...ids].sort((a, b) => a - b),
      items.map(({ id }) => id),
    );
    const marks = pages.map(({ mark }) => mark!);
    assert.deepEqual(
      marks,
      [...marks].sort((a, b) => a - b),
    );
    const listed: string[] = [];
    for await (const some of tracker.listIds!(never)) listed.push(...some);
    assert.equal(new Set(listed).size, 300);
  });

  it('gives up where every query is too large', async () => {
    const tracker = await start([]);
    organization.instead = ({ url }) =>
      url.pathname.endsWith('wiql') ? fault(400, 'VS402337: …') : undefined;
    await assert.rejects(pagesOf(tracker), { reason: 'rejected' });
    assert.ok(server.requests.length < 60);
  });

  it('asks for work items by key, in any project, and only for its own', async () => {
    const tracker = await start([item(7, 7, 'Elsewhere')]);
    const keys = ['ab-7', 'AB-404', 'SHOP-3', 'AB-x', 'AB-0', 'AB-99999999999'];
    const { goals } = await tracker.getByKeys(keys, never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['AB-7'],
    );
    assert.deepEqual((server.requests[0]!.body as { ids: number[] }).ids, [7, 404]);
    assert.deepEqual((await tracker.getByKeys(['SHOP-3'], never)).goals, []);
  });

  it('takes keys with a prefix of the connection', async () => {
    const tracker = await start([item(7)], { keyPrefix: 'shop' });
    const { goals } = await tracker.getByKeys(['SHOP-7'], never);
    assert.equal(goals[0]!.key, 'SHOP-7');
  });

  it('asks for fewer where an answer is too large, and does without one that is too large by itself', async () => {
    const tracker = await start([item(1), item(2), item(3)]);
    organization.instead = ({ url, body }) => {
      const { ids = [] } = (body ?? {}) as { ids?: number[] };
      return url.pathname.endsWith('batch') && ids.includes(2)
        ? { text: JSON.stringify({ value: [], more: 'x'.repeat(21 * 1024 * 1024) }) }
        : undefined;
    };
    const [page] = await pagesOf(tracker);
    assert.deepEqual(page!.goals.map(({ key }) => key).sort(), ['AB-1', 'AB-3']);
    assert.equal(page!.problems!.length, 1);
  });

  it('says who is signed in', async () => {
    const tracker = await start([]);
    assert.deepEqual(await tracker.checkConnection(never), { account: 'Priya Nair', server: 'Azure DevOps' });
  });

  for (const [what, answer] of [
    ['a page to sign in with', { status: 203, headers: { 'content-type': 'text/html' }, text: '<html>' }],
    [
      'a way to sign in',
      { status: 302, headers: { location: 'https://spsprod.vssps.visualstudio.com/_signin?x' }, text: '' },
    ],
    ['a 401', fault(401, "TF400813: The user '' is not authorized to access this resource.")],
    [
      'the name of a stranger',
      {
        json: {
          authenticatedUser: { id: 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', providerDisplayName: 'Anonymous' },
        },
      },
    ],
    [
      'a descriptor for strangers',
      { json: { authenticatedUser: { subjectDescriptor: 'sys.PublicAccess' } } },
    ],
  ] as const) {
    it(`takes ${what} as a token that is not valid`, async () => {
      const tracker = await start([]);
      organization.instead = () => answer;
      await assert.rejects(tracker.checkConnection(never), { reason: 'unauthorized' });
    });
  }

  it('takes any other redirect as one', async () => {
    const tracker = await start([]);
    organization.instead = () => ({
      status: 302,
      headers: { location: 'https://elsewhere.example/' },
      text: '',
    });
    await assert.rejects(tracker.checkConnection(never), { reason: 'redirected' });
  });

  it('knows how long to wait, in epoch seconds', async () => {
    const clock = new TestClock();
    const tracker = await start([], {}, clock);
    const reset = Math.ceil(clock.now() / 1000) + 120;
    organization.instead = () => ({
      ...fault(429, 'TF400733: The request has been canceled'),
      headers: {
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Limit': '200',
        'X-RateLimit-Reset': String(reset),
      },
    });
    await assert.rejects(tracker.checkConnection(never), (error: TrackerError) => {
      assert.equal(error.reason, 'rateLimited');
      assert.equal(error.details.retryAt, reset * 1000);
      assert.match(error.details.detail!, /^TF400733/);
      return true;
    });
  });

  it('offers projects, page after page, and the fields that could hold impact', async () => {
    const tracker = await start([]);
    organization.instead = ({ url }) => {
      if (!url.pathname.endsWith('/_apis/projects')) return undefined;
      const skip = Number(url.searchParams.get('$skip'));
      const value = Array.from({ length: Math.min(100, 130 - skip) }, (_, index) => ({
        id: `id-${skip + index}`,
        name: `Project ${skip + index}`,
        description: index === 0 ? 'First' : null,
        state: 'wellFormed',
      }));
      return { json: { count: value.length, value } };
    };
    const found = await tracker.followables(never);
    assert.equal(found.length, 130);
    assert.deepEqual(found[0], { value: 'Project 0', label: 'Project 0', description: 'First' });
    assert.deepEqual(await tracker.fields(never), [
      { name: 'Business Value', type: 'number' },
      { name: 'Customers affected', type: 'number' },
      { name: 'Deal value', type: 'number' },
      { name: 'Tier', type: 'list' },
      { name: 'Voice', type: 'text' },
      { name: 'Urgency', type: 'text' },
    ]);
  });
});
