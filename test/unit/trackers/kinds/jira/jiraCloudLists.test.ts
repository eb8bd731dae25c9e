import assert from 'node:assert/strict';
import { never, pagesOf } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import { cloudIssue } from './cloudFixtures';
import { answeredAt, at, searchPath, useCloud } from './cloudStandIn';

const bulkPath = '/rest/api/3/issue/bulkfetch';

/** An issue with nothing but what every issue has. */
function issue(id: number, updated: string): object {
  return { id: String(id), key: `SHOP-${id}`, fields: { summary: `Issue ${id}`, updated } };
}

describe('Jira Cloud, lists and keys', () => {
  const { start, cloud } = useCloud();

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
    const [first, second] = cloud().bodies(searchPath);
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
      cloud().bodies(searchPath)[0]!['jql'],
      'project in ("SHOP") AND updated >= "-91m" ORDER BY updated ASC, key ASC',
    );
  });

  it('ends when the same page comes for ever', async () => {
    const answers = at(searchPath, { issues: [], nextPageToken: 'again', isLast: false });
    await assert.rejects(pagesOf(await start(answers)), { reason: 'wrongShape' });
    assert.equal(cloud().bodies(searchPath).length, 2);
  });

  it('lists ids in large pages', async () => {
    const issues = [1, 2].map((id) => ({ id: String(id), key: `SHOP-${id}` }));
    const tracker = await start(at(searchPath, { issues, isLast: true }));
    const ids: string[] = [];
    for await (const some of tracker.listIds!(never)) ids.push(...some);
    assert.deepEqual(ids, ['1', '2']);
    const [body] = cloud().bodies(searchPath);
    assert.deepEqual([body!['fields'], body!['maxResults']], [['id'], 5000]);
  });

  it('asks for issues by key, without those that cannot be its own', async () => {
    const tracker = await start(at(bulkPath, { issues: [cloudIssue], issueErrors: [] }));
    const { goals } = await tracker.getByKeys(['shop-142', 'SHOP-142', '#7', 'SHOP-0', 'a b', 'RM-3'], never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-142'],
    );
    assert.deepEqual(cloud().bodies(bulkPath)[0]!['issueIdsOrKeys'], ['SHOP-142', 'RM-3']);
    assert.deepEqual(await tracker.getByKeys(['#7'], never), { goals: [] });
    assert.equal(cloud().bodies(bulkPath).length, 1);
  });

  it('asks for no more than 100 issues at once', async () => {
    const tracker = await start(at(bulkPath, { issues: [] }));
    await tracker.getByKeys(
      Array.from({ length: 150 }, (_, index) => `SHOP-${index + 1}`),
      never,
    );
    assert.deepEqual(
      cloud()
        .bodies(bulkPath)
        .map((body) => (body['issueIdsOrKeys'] as string[]).length),
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
    assert.deepEqual(cloud().bodies(bulkPath)[1]!['issueIdsOrKeys'], ['10142']);
  });
});
