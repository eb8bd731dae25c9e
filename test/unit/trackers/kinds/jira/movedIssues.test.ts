import assert from 'node:assert/strict';
import { keysIn, never, pagesOf } from '../../support/connect';
import { answeredAt, at, searchPath, useCloud, type Answers } from './cloudStandIn';

const bulkPath = '/rest/api/3/issue/bulkfetch';
const issueOf = (id: string, key: string): object => ({
  id,
  key,
  fields: { summary: `Issue ${id}`, updated: '2026-11-20T08:00:00.000+0000' },
});

describe('Jira issues that were moved, and projects that are gone', () => {
  const { start, cloud } = useCloud();
  /** Answers as Jira does: by any key that an issue has had, and in the order of ids. */
  const bulk = (issues: Readonly<Record<string, object>>) =>
    start(({ url, body }) => {
      if (url.pathname !== bulkPath) return undefined;
      const { issueIdsOrKeys } = body as { issueIdsOrKeys: readonly string[] };
      const found = new Set(issueIdsOrKeys.flatMap((key) => issues[key] ?? []));
      return { json: { issues: [...found].reverse() } };
    });

  it('are found under the key that was asked for', async () => {
    const tracker = await bulk({ 'OLD-1': issueOf('9', 'NEW-9'), 'SHOP-2': issueOf('2', 'SHOP-2') });
    const { goals } = await tracker.getByKeys(['OLD-1', 'SHOP-2', 'SHOP-404'], never);
    assert.deepEqual(goals.map(({ key, aliases }) => [key, aliases]).toSorted(), [
      ['NEW-9', ['OLD-1']],
      ['SHOP-2', undefined],
    ]);
  });

  it('are told apart where several were moved', async () => {
    const [first, second] = [issueOf('9', 'NEW-9'), issueOf('8', 'NEW-8')];
    const tracker = await bulk({ 'OLD-1': first, 'OLD-2': second, 'OLDER-1': first });
    const { goals } = await tracker.getByKeys(['OLD-1', 'OLD-2', 'OLDER-1'], never);
    assert.deepEqual(goals.map(({ key, aliases }) => [key, aliases]).toSorted(), [
      ['NEW-8', ['OLD-2']],
      ['NEW-9', ['OLD-1', 'OLDER-1']],
    ]);
    assert.equal(cloud().bodies(bulkPath).length, 4);
  });

  const withoutOld = (more = {}) =>
    start(
      ({ url, body }) => {
        if (url.pathname === '/rest/api/3/project/OLD') {
          return {
            status: 404,
            json: { errorMessages: ["No project could be found with key 'OLD'."], errors: {} },
          };
        }
        if (url.pathname === '/rest/api/3/project/SHOP') return { json: { key: 'SHOP', name: 'Shop' } };
        if (url.pathname !== searchPath) return undefined;
        const { jql } = body as { jql: string };
        return jql.includes('"OLD"')
          ? {
              status: 400,
              json: {
                errorMessages: ["The value 'OLD' does not exist for the field 'project'."],
                errors: {},
              },
            }
          : { json: { issues: [issueOf('1', 'SHOP-1')], isLast: true } };
      },
      { follow: ['OLD', 'SHOP'], ...more },
      // The vendor's schemas that we have know no answer for a single project.
      { contract: false },
    );

  it('do not keep the other projects from being read', async () => {
    const pages = await pagesOf(await withoutOld());
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ key }) => key)),
      ['SHOP-1'],
    );
    const [unread] = pages.flatMap((page) => page.unread ?? []);
    assert.equal(unread!.place, 'OLD');
    assert.match(unread!.detail!, /No project could be found/);
  });

  const refused = {
    status: 400,
    json: { errorMessages: ["The value 'OLD' does not exist for the field 'project'."], errors: {} },
  };
  const archivedOnes = ['OLD', 'OLDER'].map((key) => ({ id: key, key, name: key, archived: true }));
  const archived: Answers = ({ url }) =>
    url.pathname === '/rest/api/3/project/search' && url.searchParams.get('status') === 'archived'
      ? { json: { startAt: 0, maxResults: 100, total: 2, isLast: true, values: archivedOnes } }
      : undefined;

  it('are named where they are archived, though a search just leaves their issues out, and not searched', async () => {
    const tracker = await start(
      (request) =>
        archived(request) ?? at(searchPath, { issues: [issueOf('1', 'SHOP-1')], isLast: true })(request),
      { follow: ['old', 'SHOP'] },
    );
    for (const since of [undefined, Date.parse(answeredAt)]) {
      const pages = await pagesOf(tracker, since);
      assert.deepEqual(keysIn(pages), ['SHOP-1']);
      const unread = [{ place: 'old', detail: 'the project old is archived' }];
      assert.deepEqual(pages.at(-1)!.unread, unread);
    }
    for (const { jql } of cloud().bodies(searchPath)) assert.match(String(jql), /^project in \("SHOP"\) /);
    // Asked for once an hour.
    assert.equal(cloud().requests.filter(({ url }) => url.pathname.endsWith('/project/search')).length, 1);
  });

  it('fail the list where all of them are archived, and nothing is searched', async () => {
    await assert.rejects(pagesOf(await start(archived, { follow: ['OLD', 'OLDER'] })), {
      reason: 'notFound',
    });
    assert.deepEqual(cloud().bodies(searchPath), []);
  });

  it('are named where Jira still knows the project, but refuses to search it, as one in the bin', async () => {
    const tracker = await start(
      ({ url, body }) => {
        const [key] = /(?<=\/project\/)[A-Z]+$/.exec(url.pathname) ?? [];
        if (key !== undefined) return { json: { key } };
        if (url.pathname !== searchPath) return undefined;
        const { jql } = body as { readonly jql: string };
        return jql.includes('"OLD"') ? refused : { json: { issues: [issueOf('1', 'SHOP-1')], isLast: true } };
      },
      { follow: ['OLD', 'SHOP'] },
      { contract: false },
    );
    const pages = await pagesOf(tracker);
    assert.deepEqual(keysIn(pages), ['SHOP-1']);
    assert.deepEqual(pages.at(-1)!.unread, [{ place: 'OLD', detail: refused.json.errorMessages[0] }]);
  });

  it('fail the list where none of the projects is left', async () => {
    await assert.rejects(pagesOf(await withoutOld({ follow: ['OLD'] })), { reason: 'rejected' });
  });
});
