import assert from 'node:assert/strict';
import { connect, never, pagesOf, testToken } from '../../support/connect';
import { cloudInfo, cloudIssue } from './cloudFixtures';
import { at, searchPath, useCloud } from './cloudStandIn';

describe('Jira Cloud, the connection', () => {
  const { start, cloud } = useCloud();

  it('signs in with the e-mail address and the token, and says who that is', async () => {
    const tracker = await start(undefined, { impact: { 'No such field': 'score' } });
    assert.deepEqual(await tracker.checkConnection(never), {
      account: 'Ada Lovelace',
      server: 'Jira Cloud',
      limits: [{ kind: 'unknownField', of: 'No such field' }],
    });
    const expected = `Basic ${Buffer.from(`ada@example.com:${testToken}`).toString('base64')}`;
    assert.ok(cloud().requests.every(({ headers }) => headers.authorization === expected));
  });

  it('does not take an answer to a stranger for one to us', async () => {
    const tracker = await start(({ url }) =>
      url.pathname === '/rest/api/3/myself' ? { status: 401, json: {} } : undefined,
    );
    await assert.rejects(tracker.checkConnection(never), { reason: 'unauthorized' });
    await assert.rejects(pagesOf(tracker), { reason: 'unauthorized' });
    assert.equal(cloud().bodies(searchPath).length, 0);
  });

  it('takes a sign-in that the answer’s header calls failed for one', async () => {
    const tracker = await start(({ url }) =>
      url.pathname === '/rest/api/3/issue/bulkfetch'
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
