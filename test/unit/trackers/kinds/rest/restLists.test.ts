import assert from 'node:assert/strict';
import { hasMark, keysIn, never, pagesOf, pagesUntilFault, testToken } from '../../support/connect';
import { envelope, full, goals, useServices } from './goalServer';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('REST contract, lists and keys', () => {
  const { serve, answer } = useServices();

  it('reads page after page, and marks the last one with the time of the first', async () => {
    const { server, tracker } = await serve(goals(450));
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ goals, mark, total }) => [goals.length, mark, total]),
      [
        [200, undefined, 450],
        [200, undefined, undefined],
        [50, now, undefined],
      ],
    );
    assert.equal(new Set(pages.flatMap(({ goals }) => goals.map(({ id }) => id))).size, 450);
    assert.deepEqual(
      server.requests.map(({ url }) => url.searchParams.get('limit')),
      ['200', '200', '200'],
    );
    assert.equal(server.requests[0]!.headers.authorization, `Bearer ${testToken}`);
  });

  it('ends when cursors come again, and keeps the page that names one', async () => {
    const { tracker } = await answer(({ url }) => {
      const [first, second] = goals(2);
      const entry = url.searchParams.has('cursor') ? second : first;
      return { json: { ...envelope, nextCursor: 'again', goals: [entry] } };
    });
    const { pages, reason } = await pagesUntilFault(tracker);
    assert.deepEqual([keysIn(pages).length, hasMark(pages), reason], [2, false, 'wrongShape']);
  });

  it('asks for what changed and what is gone since', async () => {
    const { server, tracker } = await serve(goals(3));
    server.data = {
      goals: [...goals(2), { ...goals(3)[2]!, title: 'Changed', updated: '2026-11-22T11:00:00Z' }],
      deleted: [
        { id: '8', at: '2026-11-22T10:30:00Z' },
        { id: '9', at: '2026-01-01T00:00:00Z' },
      ],
    };
    const [page] = await pagesOf(tracker, Date.parse('2026-11-22T10:00:00Z'));
    assert.deepEqual(
      page!.goals.map(({ title }) => title),
      ['Changed'],
    );
    assert.deepEqual(page!.deletedIds, ['8']);
    assert.equal(page!.mark, now);
    assert.equal(server.requests[0]!.url.searchParams.get('updatedSince'), '2026-11-22T10:00:00.000Z');
  });

  it('keeps the mark where nothing is new, so that the same question can be answered with a 304', async () => {
    const { server, tracker } = await serve();
    for (let round = 0; round < 2; round += 1) {
      const [page] = await pagesOf(tracker, Date.parse('2026-11-22T10:00:00Z'));
      assert.deepEqual([page!.goals, page!.deletedIds, page!.mark], [[], [], undefined]);
    }
    assert.deepEqual(server.statuses, [200, 304]);
  });

  it('takes a goal that is both there and gone as there', async () => {
    const { tracker } = await answer(() => ({ json: { ...envelope, goals: [full], deleted: ['7', '8'] } }));
    const [page] = await pagesOf(tracker, 0);
    assert.deepEqual(page!.deletedIds, ['8']);
  });

  it('asks for goals by key, in any project, and takes only those', async () => {
    const { server, tracker } = await serve(goals(300), ['web']);
    const { goals: found } = await tracker.getByKeys(['shop-7', 'OTHER-3', 'not a key', 'A,B'], never);
    assert.deepEqual(
      found.map(({ key }) => key),
      ['SHOP-7'],
    );
    const { searchParams } = server.requests[0]!.url;
    assert.equal(searchParams.get('keys'), 'shop-7,OTHER-3');
    assert.equal(searchParams.get('project'), null);
    const many = Array.from({ length: 250 }, (_, index) => `SHOP-${index + 1}`);
    assert.equal((await tracker.getByKeys(many, never)).goals.length, 250);
    assert.equal(server.requests.length, 4);
    assert.deepEqual((await tracker.getByKeys(['not a key'], never)).goals, []);
    assert.equal(server.requests.length, 4);
  });

  it('splits keys so that a request stays short', async () => {
    const { server, tracker } = await answer(() => ({ json: { ...envelope, goals: [full] } }));
    const keys = Array.from({ length: 100 }, (_, index) => `${'目'.repeat(50)}-${index}`);
    assert.deepEqual((await tracker.getByKeys(keys, never)).goals, []);
    assert.ok(server.requests.length > 1);
    assert.ok(server.requests.every(({ url }) => url.href.length < 8_000));
  });

  it('follows projects', async () => {
    const entries = goals(3).map((goal, index) => ({ ...goal, project: ['shop', 'web', 'other'][index]! }));
    const { server, tracker } = await serve(entries, ['shop', 'web']);
    server.data = { ...server.data, projects: [{ id: 'shop', name: 'Shop' }] };
    assert.equal((await pagesOf(tracker))[0]!.goals.length, 2);
    assert.deepEqual(await tracker.followables(never), [{ value: 'shop', label: 'Shop' }]);
    server.data = { goals: [] };
    assert.deepEqual(await tracker.followables(never), []);
    assert.deepEqual(await tracker.fields(never), []);
  });

  it('goes on at the address that a page names, and nowhere else', async () => {
    const [one, two] = goals(2);
    const next = ['more/2.json', 'https://elsewhere.example/2.json', '../../2.json'];
    for (const [at, address] of next.entries()) {
      const { server, tracker } = await answer(({ url }) => ({
        json: {
          ...envelope,
          goals: [url.pathname === '/more/2.json' ? two : one],
          next: url.pathname === '/goals' ? address : null,
        },
      }));
      const pages = pagesOf(tracker);
      if (at === 0) {
        assert.deepEqual(
          (await pages).map(({ goals: [goal] }) => goal?.key),
          ['SHOP-1', 'SHOP-2'],
        );
        assert.equal(server.requests[1]!.url.search, '');
      } else if (at === 1) await assert.rejects(pages, { reason: 'redirected' });
      else assert.equal((await pages).length, 2, 'no path leads above the root');
      await server.stop();
    }
  });
});
