import assert from 'node:assert/strict';
import { GoalSearch } from '../../../../src/core/views/goalSearch';
import { goalView, type GoalView } from '../../../../src/core/views/goalView';
import { catalogOf, goal } from '../../../support/builders';

const goals = [
  goal('A-1', { title: 'Café pays twice' }),
  goal('A-2', { title: 'Cart forgets its café' }),
  goal('A-3', { title: 'Über-fast search' }),
];
const catalog = catalogOf(...goals);
const views = goals.map((each) => goalView(each, catalog));
const keysOf = (found: readonly GoalView[]): string[] => found.map((view) => view.goal.key);

describe('GoalSearch', () => {
  let read: string[];
  let search: GoalSearch;
  beforeEach(() => {
    read = [];
    search = new GoalSearch(views, ({ goal: each }) => {
      read.push(each.key);
      return `${each.key} ${each.title}`;
    });
  });

  for (const [query, keys] of [
    ['', ['A-1', 'A-2', 'A-3']],
    ['  ', ['A-1', 'A-2', 'A-3']],
    ['cafe', ['A-1', 'A-2']],
    ['CAFÉ', ['A-1', 'A-2']],
    ['twice  cafe', ['A-1']],
    [' uber ', ['A-3']],
    ['a-2', ['A-2']],
    ['cafe search', []],
    ['fast-search', []],
  ] as const) {
    it(`finds ${keys.join(', ') || 'none'} by ${JSON.stringify(query)}`, () =>
      assert.deepEqual(keysOf(search.find(query)), keys));
  }

  it('reads a text once, and looks only among what a shorter query found', () => {
    assert.deepEqual(keysOf(search.find('ca')), ['A-1', 'A-2']);
    assert.equal(search.steps, 3);
    assert.deepEqual(keysOf(search.find('car')), ['A-2']);
    assert.equal(search.steps, 5);
    assert.deepEqual(keysOf(search.find('CAR ')), ['A-2']);
    assert.equal(search.steps, 5, 'the same query');
    assert.deepEqual(keysOf(search.find('uber')), ['A-3']);
    assert.equal(search.steps, 8, 'another query');
    assert.deepEqual(read, ['A-1', 'A-2', 'A-3']);
  });

  it('has all goals again when the query is emptied, without a look at them', () => {
    search.find('uber');
    const { steps } = search;
    assert.deepEqual(keysOf(search.find(' ')), ['A-1', 'A-2', 'A-3']);
    assert.equal(search.steps, steps);
  });

  it('looks at no text before anything is typed', () => {
    assert.equal(search.find(''), views);
    assert.deepEqual([read, search.steps], [[], 0]);
  });
});
