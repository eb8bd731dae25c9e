import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrackerError } from '../../../../src/core/trackerError';
import { never, pagesOf, testToken } from '../support/connect';
import { fullIssue, fullMilestone, restIssue, restMilestone } from './githubFixtures';
import { useGithub, type StandInData } from './githubStandIn';

const empty = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };

/** A page of issues as they are, not as the schema would have them. */
function raw(nodes: readonly unknown[], milestones: readonly unknown[] = []): StandInData {
  return {
    onGraphql: () => ({
      json: {
        data: {
          repository: {
            nameWithOwner: 'acme/shop',
            issues: { ...empty, nodes },
            milestones: { ...empty, nodes: milestones },
          },
        },
      },
    }),
  };
}

/** With every field but these as given. */
function withAll(entry: object, value: unknown, kept: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(entry).map(([name, own]) => [name, kept.includes(name) ? (own as unknown) : value]),
  );
}

describe('answers of GitHub', () => {
  const { start, server } = useGithub();

  for (const [form, value] of [
    ['absent', undefined],
    ['null', null],
    ['of another type', { surprising: true }],
    ['lists', [1, null, {}]],
  ] as const) {
    it(`map issues and milestones whose optional fields are ${form}`, async () => {
      const kept = ['id', 'number', 'title'];
      const tracker = await start(
        raw([withAll(fullIssue, value, kept)], [withAll(fullMilestone, value, kept)]),
      );
      const goals = (await pagesOf(tracker)).flatMap((page) => page.goals);
      assert.deepEqual(
        goals.map(({ key, level }) => [key, level]),
        [
          ['SHOP.M-3', 'epic'],
          ['SHOP-142', 'item'],
        ],
      );
    });

    it(`map issues and milestones of REST whose optional fields are ${form}`, async () => {
      const kept = ['node_id', 'number', 'title'];
      const tracker = await start({
        onGraphql: () => ({ status: 404, json: { message: 'Not Found' } }),
        rest: {
          '/repos/acme/shop/issues': { json: [withAll(restIssue, value, kept)] },
          '/repos/acme/shop/milestones': { json: [withAll(restMilestone, value, kept)] },
        },
      });
      const goals = (await pagesOf(tracker)).flatMap((page) => page.goals);
      assert.deepEqual(
        goals.map(({ key, level }) => [key, level]),
        [
          ['SHOP.M-3', 'epic'],
          ['SHOP-142', 'item'],
        ],
      );
    });
  }

  it('lose only the issue that cannot be used', async () => {
    const tracker = await start(raw([{ id: 'I_1', number: 1 }, null, fullIssue]));
    const last = (await pagesOf(tracker)).at(-1)!;
    assert.deepEqual(
      last.goals.map(({ key }) => key),
      ['SHOP-142'],
    );
    assert.equal(last.problems!.length, 1);
    assert.match(last.problems![0]!, /title/);
  });

  it('lose only the value of a field that cannot be used', async () => {
    const values = {
      nodes: [null, { field: 3 }, ...(fullIssue.issueFieldValues as { nodes: object[] }).nodes],
    };
    const dated = { date: '2026-12-12', field: { name: 'Target date' } };
    const tracker = await start(
      raw([{ ...fullIssue, issueFieldValues: { nodes: [...values.nodes, dated] } }]),
    );
    assert.equal((await pagesOf(tracker)).at(-1)!.goals[0]!.targetDate, '2026-12-12');
  });

  it('are asked for as GitHub wants it', async () => {
    const tracker = await start(raw([]));
    await pagesOf(tracker);
    const { headers } = server().requests[0]!;
    assert.equal(headers.authorization, `Bearer ${testToken}`);
    assert.equal(headers.accept, 'application/vnd.github+json');
    assert.equal(headers['x-github-api-version'], '2022-11-28');
  });

  it('give goals or a fault, whatever they are', async function () {
    this.timeout(30_000);
    let json: unknown;
    const any = () => ({ json });
    const rest = Object.fromEntries(
      [
        '/user',
        '/user/repos',
        '/rate_limit',
        '/repos/acme/shop/issues',
        '/repos/acme/shop/issues/1',
        '/repos/acme/shop/milestones',
      ].map((path) => [path, any]),
    );
    const tracker = await start({ onGraphql: any, rest }, { follow: ['acme/shop', 'orgs/acme/projects/7'] });
    const value = fc.jsonValue({ maxDepth: 3 });
    const nodes = fc.record({ nodes: fc.array(value), pageInfo: fc.constant(empty.pageInfo) });
    const entry = fc.record(
      {
        ...Object.fromEntries(Object.keys(fullIssue).map((name) => [name, value])),
        id: fc.oneof(value, fc.string()),
        number: fc.oneof(value, fc.nat()),
        title: fc.oneof(value, fc.string()),
        labels: fc.oneof(value, nodes),
        issueFieldValues: fc.oneof(value, nodes),
      },
      { requiredKeys: [] },
    );
    const list = fc.record({ nodes: fc.array(entry), pageInfo: fc.constant(empty.pageInfo) });
    const answer = fc.oneof(
      value,
      fc.record({ data: fc.record({ repository: fc.record({ issues: list, milestones: list }) }) }),
      fc.record({ errors: fc.array(value), data: value }),
    );
    const calls = [
      () => pagesOf(tracker),
      () => pagesOf(tracker, 0),
      () => tracker.getByKeys(['SHOP-1', 'SHOP.M-1'], never),
      () => tracker.checkConnection(never),
      () => tracker.followables(never),
      () => tracker.fields(never),
    ];
    await fc.assert(
      fc.asyncProperty(answer, fc.constantFrom(...calls), async (given, call) => {
        json = given;
        await call().catch((error: unknown) => assert.ok(error instanceof TrackerError, String(error)));
      }),
      { numRuns: 100 },
    );
  });
});
