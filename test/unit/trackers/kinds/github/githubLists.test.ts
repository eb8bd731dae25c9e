import assert from 'node:assert/strict';
import { hasMark, keysIn, never, pagesOf, pagesUntilFault } from '../../support/connect';
import { at, fullIssue, fullMilestone, plainIssue, shop } from './githubFixtures';
import type { CannedAnswer } from '../../support/trackerServer';
import { queriesOf, useGithub, type GraphqlBody } from './githubStandIn';

describe('GitHub over GraphQL, lists and keys', () => {
  const { start, server } = useGithub();

  it('asks page after page in the order of change, with a mark on each', async () => {
    const issues = Array.from({ length: 120 }, (_, index) => plainIssue(index + 1, at(120 - index)));
    const tracker = await start({ repositories: [{ ...shop, issues }] });
    const [, ...pages] = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ goals, mark, total }) => [goals.length, mark, total]),
      [
        [50, Date.parse(at(50)), 120],
        [50, Date.parse(at(100)), 120],
        [20, Date.parse(at(120)), 120],
      ],
    );
  });

  it('asks for what changed only', async () => {
    const issues = Array.from({ length: 120 }, (_, index) => plainIssue(index + 1, at(index)));
    const tracker = await start({ repositories: [{ ...shop, issues }] });
    const pages = await pagesOf(tracker, Date.parse(at(110)));
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ key }) => key)).filter((key) => !key.includes('.M')),
      issues.slice(110).map(({ number }) => `SHOP-${number}`),
    );
  });

  it('reads older milestones only the first time', async () => {
    const milestones = Array.from({ length: 120 }, (_, index) => ({
      ...fullMilestone,
      id: `MI_${index + 1}`,
      number: index + 1,
      updatedAt: at(index),
    }));
    const tracker = await start({ repositories: [{ ...shop, milestones }] });
    await pagesOf(tracker);
    assert.equal(queriesOf(server()).filter((name) => name === 'GoalLensMilestones').length, 3);
    server().requests.length = 0;
    await pagesOf(tracker, Date.parse(at(119)));
    assert.equal(queriesOf(server()).filter((name) => name === 'GoalLensMilestones').length, 1);
  });

  it('ends when the server gives the same cursor for ever', async () => {
    const issues = { totalCount: 1, pageInfo: { hasNextPage: true, endCursor: 'x' }, nodes: [] };
    const milestones = { pageInfo: { hasNextPage: false }, nodes: [] };
    const tracker = await start({
      onGraphql: () => ({ json: { data: { repository: { issues, milestones } } } }),
    });
    await assert.rejects(pagesOf(tracker), { reason: 'wrongShape' });
  });

  it('gives all issues where it is the cursor of milestones that comes again, and asks for both again', async () => {
    const milestones = { pageInfo: { hasNextPage: true, endCursor: 'x' }, nodes: [] };
    const tracker = await start({
      repositories: [{ ...shop, issues: [plainIssue(1, at(1)), plainIssue(2, at(2))] }],
      onGraphql: ({ query }) =>
        query.includes('GoalLensMilestones')
          ? { json: { data: { repository: { nameWithOwner: 'acme/shop', milestones } } } }
          : undefined,
    });
    const { pages, reason } = await pagesUntilFault(tracker);
    assert.deepEqual([keysIn(pages), hasMark(pages), reason], [['SHOP-1', 'SHOP-2'], false, 'wrongShape']);
  });

  it('reads several repositories up to the time of the server at the start', async () => {
    const date = 'Sun, 22 Nov 2026 11:00:00 GMT';
    const tracker = await start(
      {
        repositories: [shop, { nameWithOwner: 'globex/shop', issues: [plainIssue(1, at(5))] }],
        rest: { '/rate_limit': { json: {}, headers: { Date: date } } },
      },
      { follow: ['acme/shop', 'globex/shop'] },
    );
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ mark }) => mark).filter((mark) => mark !== undefined),
      [Date.parse(date)],
    );
    assert.equal(pages.at(-1)!.mark, Date.parse(date));
  });

  it('reads up to where every repository has been read when the server does not say its time', async () => {
    const other = { nameWithOwner: 'acme/web', issues: [{ ...fullIssue, updatedAt: at(5) }] };
    const tracker = await start({ repositories: [shop, other] }, { follow: ['acme/shop', 'acme/web'] });
    assert.equal((await pagesOf(tracker)).at(-1)!.mark, Date.parse(at(5)));
  });

  for (const [what, gaveUp] of [
    ['a bad gateway', { status: 502, json: { message: 'We could not respond in time.' } }],
    [
      'an error of its own',
      { json: { errors: [{ message: 'Something went wrong while executing your query.' }] } },
    ],
  ] as const) {
    it(`asks for fewer issues at once where GitHub gives up on a page with ${what}`, async () => {
      const issues = Array.from({ length: 60 }, (_, index) => plainIssue(index + 1, at(index)));
      const asked: unknown[] = [];
      const onGraphql = ({ query, variables }: GraphqlBody): CannedAnswer | undefined => {
        if (!query.includes('GoalLensIssues')) return undefined;
        asked.push(variables['first']);
        return Number(variables['first']) > 13 ? gaveUp : undefined;
      };
      const tracker = await start({ repositories: [{ nameWithOwner: 'acme/shop', issues }], onGraphql });
      const goals = (await pagesOf(tracker)).flatMap((each) => each.goals);
      assert.equal(goals.length, 60);
      assert.deepEqual([...new Set(asked)], [50, 25, 13]);
    });

    it(`asks for fewer keys at once where it gives up on them with ${what}`, async () => {
      const issues = Array.from({ length: 40 }, (_, index) => plainIssue(index + 1, at(index)));
      const onGraphql = ({ query }: GraphqlBody): CannedAnswer | undefined =>
        query.includes('place10:') ? gaveUp : undefined;
      const tracker = await start({ repositories: [{ nameWithOwner: 'acme/shop', issues }], onGraphql });
      const keys = issues.map(({ number }) => `SHOP-${number}`);
      assert.equal((await tracker.getByKeys(keys, never)).goals.length, 40);
    });
  }

  it('does not ask for ever fewer keys where GitHub answers none', async () => {
    const onGraphql = (): CannedAnswer => ({ status: 502, json: {} });
    const tracker = await start({ onGraphql });
    const keys = Array.from({ length: 50 }, (_, index) => `SHOP-${index + 1}`);
    await assert.rejects(tracker.getByKeys(keys, never), { reason: 'serverError' });
    assert.equal(server().requests.length, 4 * 3);
  });

  for (const [what, entry] of [
    ['nothing', {}],
    ['something that is neither', { follow: ['shop'] }],
  ] as const) {
    it(`refuses to follow ${what}`, async () => {
      const tracker = await start({}, entry);
      await assert.rejects(pagesOf(tracker), { reason: 'rejected' });
      assert.equal(server().requests.length, 0);
    });
  }

  it('asks for goals by key, in followed repositories and beside them', async () => {
    const platform = {
      nameWithOwner: 'acme/platform',
      issues: [plainIssue(12, at(1))],
    };
    const tracker = await start({ repositories: [shop, platform] });
    const keys = [
      'shop-142',
      'SHOP.M-3',
      'PLATFORM-12',
      'SHOP-999',
      'JIRA-5',
      'nonsense',
      'SHOP-99999999999',
    ];
    const { goals, problems } = await tracker.getByKeys(keys, never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-142', 'SHOP.M-3', 'PLATFORM-12'],
    );
    assert.deepEqual(problems, []);
    assert.equal(server().requests.length, 1);
    // A repository that is not there is not asked for again.
    await tracker.getByKeys(['JIRA-6'], never);
    assert.deepEqual(await tracker.getByKeys(['nonsense', 'no-key'], never), { goals: [] });
    assert.equal(server().requests.length, 1);
  });

  it('asks for many goals by key in queries of fifty', async () => {
    const issues = Array.from({ length: 90 }, (_, index) => plainIssue(index + 1, at(index)));
    const tracker = await start({ repositories: [{ ...shop, issues }] });
    const { goals } = await tracker.getByKeys(
      issues.map(({ number }) => `SHOP-${number}`),
      never,
    );
    assert.equal(goals.length, 90);
    assert.equal(server().requests.length, 2);
  });
});
