import assert from 'node:assert/strict';
import { GoalLensError, isCancellation, Refusal } from '../../../src/core/errors';

describe('an expected failure', () => {
  it('has a name and the sentence', () => {
    const error = new GoalLensError('Open a folder.');
    assert.deepEqual([error.name, error.message], ['GoalLensError', 'Open a folder.']);
  });

  it('can have ways out', () => {
    const refusal = new Refusal('There is no goal.', ['connectTracker', 'createGoalsFile']);
    assert.ok(refusal instanceof GoalLensError);
    assert.deepEqual([refusal.name, refusal.message], ['Refusal', 'There is no goal.']);
    assert.deepEqual(refusal.waysOut, ['connectTracker', 'createGoalsFile']);
  });
});

describe('isCancellation', () => {
  it('goes by the name of the error', () => {
    const aborted = new AbortController();
    aborted.abort();
    assert.ok(isCancellation(aborted.signal.reason));
    assert.ok(isCancellation(Object.assign(new Error(), { name: 'Canceled' })));
    assert.ok(!isCancellation(new Error('AbortError')));
    assert.ok(!isCancellation({ name: 'AbortError' }));
    assert.ok(!isCancellation(undefined));
  });
});
