import assert from 'node:assert/strict';
import { addMocksToSchema } from '@graphql-tools/mock';
import { Kind, parse, validate, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';
import * as queries from '../../../../../src/trackers/kinds/linear/linearQueries';
import { connect, never, pagesOf } from '../../support/connect';
import type { TrackerServer } from '../../support/trackerServer';
import { linearSchema } from './linearSchema';
import { workspace } from './linearWorkspace';

const texts = Object.entries(queries).filter(
  (entry): entry is [string, string] => typeof entry[1] === 'string',
);

/** Linear's own measure: 0.1 for a field, 1 for an object, times the entries of a list (50 where none is said). */
function pointsOf(selection: SelectionSetNode | undefined): number {
  let points = 0;
  for (const each of selection?.selections ?? []) {
    if (each.kind !== Kind.FIELD) continue;
    const below = each.selectionSet ? 1 + pointsOf(each.selectionSet) : 0.1;
    points += below * entriesOf(each);
  }
  return points;
}

function entriesOf({ arguments: args, selectionSet }: FieldNode): number {
  const isList = selectionSet?.selections.some(
    (each) => each.kind === Kind.FIELD && each.name.value === 'nodes',
  );
  if (!isList) return 1;
  const first = args?.find(({ name }) => name.value === 'first')?.value;
  return first?.kind === Kind.INT ? Number(first.value) : queries.pageSize;
}

function operationOf(document: DocumentNode): SelectionSetNode | undefined {
  const [first] = document.definitions;
  return first?.kind === Kind.OPERATION_DEFINITION ? first.selectionSet : undefined;
}

describe('Linear, by the schema in @linear/sdk', function () {
  this.timeout(20_000);
  for (const [name, text] of texts) {
    it(`knows everything in ${name}, for less than 10,000 points`, () => {
      assert.deepEqual(validate(linearSchema(), parse(text)), []);
      const points = pointsOf(operationOf(parse(text)));
      assert.ok(points < 10_000, `${points}`);
    });
  }

  describe('with a made-up workspace', () => {
    let server: TrackerServer;
    afterEach(() => server.stop());

    it('answers to every request, and everything it says becomes a goal', async () => {
      const schema = addMocksToSchema({
        schema: linearSchema(),
        mocks: {
          DateTime: () => '2026-11-22T10:00:00.000Z',
          TimelessDate: () => '2026-12-31',
          Boolean: () => false,
          PageInfo: () => ({ hasNextPage: false, endCursor: null }),
          Issue: () => ({ identifier: 'ENG-1', archivedAt: null }),
          Project: () => ({ slugId: 'a1b2c3d4e5f6', archivedAt: null }),
          Initiative: () => ({ slugId: 'b1b2c3d4e5f6', archivedAt: null }),
          CustomerNeed: () => ({ archivedAt: null }),
          Team: () => ({ key: 'ENG' }),
        },
      });
      // Without own data, everything comes from the mocks.
      const nothing = {
        customerNeeds: undefined,
        initiatives: undefined,
        projects: undefined,
        issues: undefined,
        teams: undefined,
      };
      server = await workspace(nothing as never, schema).start();
      const { tracker } = await connect({ kind: 'linear', url: server.url, follow: ['ENG'] });
      for (const since of [undefined, Date.UTC(2026, 10, 1)]) {
        const pages = await pagesOf(tracker, since);
        assert.deepEqual(
          pages.flatMap(({ problems }) => problems ?? []),
          [],
        );
        const levels = pages.flatMap(({ goals }) => goals.map(({ level }) => level));
        for (const level of ['initiative', 'epic', 'item'])
          assert.ok((levels as string[]).includes(level), level);
      }
      const { goals, problems } = await tracker.getByKeys(['ENG-1', 'retry-a1b2c3d4e5f6'], never);
      assert.deepEqual(problems, []);
      assert.ok(goals.length > 0);
      assert.equal((await tracker.checkConnection(never)).limits?.length, 1);
      assert.ok((await tracker.followables(never)).length > 0);
      assert.ok(server.requests.every(({ url, method }) => url.pathname === '/graphql' && method === 'POST'));
    });
  });
});
