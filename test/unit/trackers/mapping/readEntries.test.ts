import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Goal } from '../../../../src/core/goal/goal';
import { initiativeList } from '../../../../src/trackers/kinds/linear/linearLists';
import { readGoals } from '../../../../src/trackers/kinds/linear/linearPages';
import { readRecords } from '../../../../src/trackers/kinds/rest/restGoal';
import { goalsOf, parseEntries, type ReadEntries } from '../../../../src/trackers/mapping/readEntries';
import { goal } from '../../../support/builders';
import { connection } from '../support/connect';

const told = (name: string): string =>
  `Entry 1 (${name}): Goal Lens has a fault and leaves this entry out: TypeError: oh no. Please report it.`;
/** An entry that fails while it is looked at, as only a bug of ours would make it. */
const failing = (entry: object, field: string): object =>
  Object.defineProperty({ ...entry }, field, {
    enumerable: true,
    get: () => {
      throw new TypeError('oh\n no');
    },
  });
const keysAndProblems = ({ goals, problems }: ReadEntries): unknown => [
  goals.map(({ key }) => key),
  problems,
];

describe('A bug of ours in reading one entry of a page', () => {
  const entries = ['A-1', 'A-2', 'A-3'].map((key) => ({ key, title: 'x', level: 'item' }));
  const withFailing = (list: readonly object[], field: string): object[] =>
    list.map((entry, at) => (at === 1 ? failing(entry, field) : entry));

  it('costs that entry where its shape is checked', () => {
    const { parsed, places, problems } = parseEntries(
      withFailing(entries, 'title'),
      z.object({ key: z.string(), title: z.string() }),
    );
    assert.deepEqual(
      [parsed.map(({ key }) => key), places],
      [
        ['A-1', 'A-3'],
        [0, 2],
      ],
    );
    assert.deepEqual(problems, [told('A-2')]);
  });

  it('costs that entry where its goal is made', () => {
    const toGoal = ({ key }: { readonly key: string }): Goal => {
      if (key === 'A-2') throw new TypeError('oh no');
      return goal(key);
    };
    const read = goalsOf(parseEntries(entries, z.object({ key: z.string() })), toGoal);
    assert.deepEqual(keysAndProblems(read), [['A-1', 'A-3'], [told('A-2')]]);
  });

  it('costs that record of the REST contract', () => {
    const read = readRecords(withFailing(entries, 'title'), 't');
    assert.deepEqual(keysAndProblems(read), [['A-1', 'A-3'], [told('A-2')]]);
  });

  it('costs that entry of Linear, in its shape and in its goal', () => {
    const initiatives = ['a1b2c3d4e5f6', 'b1b2c3d4e5f6', 'c1b2c3d4e5f6'].map((slugId) => ({
      id: slugId,
      name: 'x',
      slugId,
    }));
    const reading = {
      connection: connection({ kind: 'linear', url: 'https://t.example' }),
      teams: new Set<string>(),
    };
    const left = ['a1b2c3d4e5f6', 'c1b2c3d4e5f6'];
    const inShape = withFailing(initiatives, 'name').map(initiativeList.parse);
    assert.deepEqual(keysAndProblems(readGoals(inShape, new Map(), reading)), [left, [told('b1b2c3d4e5f6')]]);
    const oops = (): never => {
      throw new TypeError('oh no');
    };
    const inGoal = initiatives
      .map(initiativeList.parse)
      .map((entry, at) => (at === 1 ? { ...entry, toGoal: oops } : entry));
    assert.deepEqual(keysAndProblems(readGoals(inGoal, new Map(), reading)), [left, [told('b1b2c3d4e5f6')]]);
  });
});
