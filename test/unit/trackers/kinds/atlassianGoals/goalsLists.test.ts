import assert from 'node:assert/strict';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { keysIn, never, pagesOf, pagesUntilFault } from '../../support/connect';
import { checkout, listed, retention, stableSchema, useGoalsSite } from './goalsSite';

const keysOf = (goals: readonly { readonly key: string }[]) => goals.map(({ key }) => key);
const other = { ...retention, id: 'other', key: 'ACME-40', subGoals: { edges: [] } };
const archived = { ...checkout, id: 'archived', key: 'ACME-2', isArchived: true };
const refusal = (reason: string) => (error: unknown) =>
  error instanceof TrackerError && error.reason === reason;

describe('The goals of a site of Atlassian’s', () => {
  const { start, asked, server } = useGoalsSite();

  it('are all read, page by page, but for archived ones', async () => {
    const tracker = await start({ goals: [retention, archived, checkout, other], pageSize: 2 });
    assert.deepEqual(keysOf((await listed(tracker)).goals), ['ACME-12', 'ACME-31', 'ACME-40']);
    assert.deepEqual((await listed(tracker)).problems, []);
    const [first] = asked().filter(({ query }) => query.includes('goals_search'));
    assert.equal(first?.variables['containerId'], 'ari:cloud:townsquare::site/c0ffee');
    assert.equal(first.variables['searchString'], '');
    // The site is asked for once.
    assert.equal(asked().filter(({ query }) => query.includes('tenantContexts')).length, 1);
  });

  it('are signed in for with the account and its token, and chosen by the query', async () => {
    const tracker = await start({ goals: [retention] }, { query: 'label = "growth"' });
    assert.deepEqual(await tracker.checkConnection(never), { account: 'Ana', server: 'Atlassian Goals' });
    assert.equal(asked().at(-1)?.variables['searchString'], 'label = "growth"');
    assert.match(server().requests[0]?.headers.authorization ?? '', /^Basic /);
  });

  it('are those that are followed, with what is below them; one that is not there is named', async () => {
    const tracker = await start(
      { goals: [checkout, other, retention], pageSize: 1 },
      { follow: ['acme-12', 'ACME-99'] },
    );
    const { goals, unread } = await listed(tracker);
    assert.deepEqual(keysOf(goals), ['ACME-31', 'ACME-12']);
    assert.deepEqual(unread, [{ place: 'ACME-99', detail: 'ACME-99' }]);
    const lost = await start({ goals: [other] }, { follow: ['ACME-12'] });
    await assert.rejects(listed(lost), refusal('notFound'));
  });

  it('are found by key, archived ones as well; what is no key is not asked for', async () => {
    const tracker = await start({ goals: [retention, archived] });
    const { goals } = await tracker.getByKeys(['acme-2', 'ACME-12', 'ACME-77', 'no key', 'x'], never);
    assert.deepEqual(keysOf(goals), ['ACME-2', 'ACME-12']);
    assert.equal(goals[0]?.status?.category, 'dropped');
    const before = asked().length;
    assert.deepEqual(await tracker.getByKeys(['no key'], never), { goals: [] });
    assert.equal(asked().length, before);
  });

  it('are asked for without what is experimental where the site does not know it, and that is told', async () => {
    const tracker = await start({ goals: [retention, checkout], schema: stableSchema });
    const { goals } = await listed(tracker);
    assert.deepEqual(keysOf(goals), ['ACME-12', 'ACME-31']);
    assert.equal(goals[0]?.level, 'objective');
    assert.equal(goals[1]?.covers, undefined);
    assert.deepEqual((await tracker.checkConnection(never)).limits, [{ kind: 'noContributions' }]);
    // It is not tried again at every turn.
    const tried = asked().filter(({ query }) => query.includes('workItems'));
    await listed(tracker);
    assert.equal(asked().filter(({ query }) => query.includes('workItems')).length, tried.length);
  });

  it('are read where a site wants us to opt in', async () => {
    const tracker = await start({ goals: [retention, checkout], isBeta: true });
    assert.deepEqual(
      (await listed(tracker)).goals.map(({ key }) => key),
      ['ACME-12', checkout.key],
    );
    assert.equal((await tracker.getByKeys(['ACME-12'], never)).goals.length, 1);
  });

  it('are told of where more work may contribute to them than is read', async () => {
    const nodes = Array.from({ length: 50 }, (_, at) => ({ __typename: 'JiraIssue', key: `SHOP-${at + 1}` }));
    const goal = { ...checkout, workItems: { edges: nodes.map((node) => ({ node })) } };
    for (const follow of [undefined, ['ACME-12']]) {
      const tracker = await start({ goals: [retention, goal] }, follow && { follow });
      const notes = (await pagesOf(tracker)).flatMap((page) => page.notes ?? []);
      assert.deepEqual(notes, ['ACME-31 may have more than the 50 workItems that are read.']);
    }
  });

  it('are kept as far as they came where the pages have no end', async () => {
    for (const follow of [undefined, ['ACME-12']]) {
      const site = { goals: [retention, checkout, other], pageSize: 2, isEndless: true };
      const tracker = await start(site, follow && { follow });
      const { pages, reason } = await pagesUntilFault(tracker);
      const keys = new Set(keysIn(pages));
      assert.ok(reason === 'wrongShape' && keys.has('ACME-12') && keys.has(checkout.key), String(follow));
      assert.equal(keys.has(other.key), follow === undefined);
    }
  });

  it('can be followed from the top', async () => {
    const tracker = await start({ goals: [retention, checkout, archived, other] });
    assert.deepEqual(await tracker.followables(never), [
      { value: 'ACME-12', label: 'Keep our customers', description: 'ACME-12' },
      { value: 'ACME-40', label: 'Keep our customers', description: 'ACME-40' },
    ]);
  });

  it('are not to be had for a stranger, without a user, or where there is no site', async () => {
    await assert.rejects(listed(await start({ goals: [], user: null })), refusal('unauthorized'));
    await assert.rejects(listed(await start({ goals: [], contexts: [] })), refusal('notFound'));
    const tracker = await start({ goals: [] }, { user: undefined });
    await assert.rejects(listed(tracker), refusal('unauthorized'));
    assert.deepEqual(asked(), []);
  });
});
