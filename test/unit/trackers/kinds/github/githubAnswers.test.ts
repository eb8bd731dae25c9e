import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import type { Tracker, TrackerPage } from '../../../../../src/trackers/port/tracker';
import { connect, never, pagesOf, testToken } from '../../support/connect';
import { assertValidGoal } from '../../support/validGoal';
import { fullIssue, fullMilestone, mapped, restIssue, restMilestone } from './githubFixtures';
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
    const answered = () => ({ json });
    // One answer to everything that may be asked: what is meant for one question is then wrong for the others.
    const rest = Object.fromEntries(
      [
        '/user',
        '/user/repos',
        '/rate_limit',
        '/repos/acme/shop/issues',
        '/repos/acme/shop/issues/1',
        '/repos/acme/shop/milestones',
      ].map((path) => [path, answered]),
    );
    // A repository and a project: both readers, and what a project adds to an issue.
    const entry = { follow: ['acme/shop', 'orgs/acme/projects/7'] };
    await start({ onGraphql: answered, rest }, entry);
    const value = fc.jsonValue({ maxDepth: 3 });
    const pageOf = <T>(nodes: fc.Arbitrary<T>) =>
      fc.record({ nodes: fc.array(nodes), pageInfo: fc.constant(empty.pageInfo) });
    const wild = fc.record(
      {
        ...Object.fromEntries(Object.keys(fullIssue).map((name) => [name, value])),
        labels: fc.oneof(value, pageOf(value)),
        issueFieldValues: fc.oneof(value, pageOf(value)),
      },
      { requiredKeys: [] },
    );
    // Without these an issue is left out, and nothing else of it would be looked at.
    const usable = wild.map((fields) => ({ ...fields, id: 'I_1', number: 1, title: 'Title' }));
    const list = pageOf(fc.oneof(wild, usable));
    const item = fc.record({
      id: fc.constant('PVTI_1'),
      content: usable,
      fieldValues: fc.oneof(value, pageOf(value)),
    });
    const data = fc.record({
      repository: fc.record({ nameWithOwner: fc.constant('acme/shop'), issues: list, milestones: list }),
      organization: fc.record({ projectV2: fc.record({ items: pageOf(item) }) }),
      nodes: fc.array(fc.oneof(value, usable)),
    });
    const answer = fc.oneof(
      { arbitrary: value, weight: 1 },
      { arbitrary: fc.record({ data }), weight: 3 },
      { arbitrary: fc.record({ errors: fc.array(value), data: fc.oneof(value, data) }), weight: 1 },
    );
    let found = 0;
    const use = ({ goals }: TrackerPage): void => {
      for (const goal of goals) assertValidGoal(goal);
      found += goals.length;
    };
    // Page by page: what comes before a fault counts.
    const read = async (tracker: Tracker, since?: number): Promise<void> => {
      for await (const page of tracker.listChanged(since, never)) use(page);
    };
    const calls: ((tracker: Tracker) => Promise<unknown>)[] = [
      (tracker) => read(tracker),
      (tracker) => read(tracker, 0),
      async (tracker) => use(await tracker.getByKeys(['SHOP-1', 'SHOP.M-1'], never)),
      (tracker) => tracker.checkConnection(never),
      (tracker) => tracker.followables(never),
      (tracker) => tracker.fields(never),
    ];
    const plain = { data: { repository: { issues: { ...empty, nodes: [fullIssue] }, milestones: empty } } };
    await fc.assert(
      fc.asyncProperty(answer, fc.constantFrom(...calls), async (given, call) => {
        json = given;
        // A tracker remembers that a server did not understand GraphQL or wants a pause: each answer meets a new one.
        const { tracker } = await connect({ kind: 'github', url: server().url, ...mapped, ...entry });
        await call(tracker).catch((error: unknown) =>
          assert.ok(error instanceof TrackerError, String(error)),
        );
      }),
      // One that is as it should be, so that goals are looked at whatever the others are.
      { numRuns: 200, examples: [[plain as never, calls[0]!]] },
    );
    assert.ok(found > 0);
  });
});
