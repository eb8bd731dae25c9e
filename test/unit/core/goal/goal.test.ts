import assert from 'node:assert/strict';
import { isClosed, isSameGoal, statusCategories } from '../../../../src/core/goal/goal';
import { goal } from '../../../support/builders';

describe('isSameGoal', () => {
  it('goes by tracker and id, whatever key and title are', () => {
    const one = goal('A-1', { id: '1', trackerId: 'jira' });
    assert.ok(isSameGoal(one, goal('B-9', { id: '1', trackerId: 'jira', title: 'Moved' })));
    assert.ok(!isSameGoal(one, { ...one, id: '2' }));
    assert.ok(!isSameGoal(one, { ...one, trackerId: 'linear' }));
  });
});

describe('isClosed', () => {
  it('is what is done or dropped', () =>
    assert.deepEqual(
      statusCategories.filter((category) => isClosed({ status: { name: 'x', category } })),
      ['done', 'dropped'],
    ));

  it('is nothing without a status', () => {
    assert.equal(isClosed({}), false);
    assert.equal(isClosed({ status: null }), false);
  });
});
