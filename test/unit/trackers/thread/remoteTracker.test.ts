import assert from 'node:assert/strict';
import type { TrackerPage } from '../../../../src/trackers/port/tracker';
import { RemoteTracker, type AskThread } from '../../../../src/trackers/thread/remoteTracker';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';

describe('A tracker whose answers are read elsewhere', () => {
  const traits = { overlapMs: 0, reportsDeletions: false, listsIds: false };

  it('leaves a turn to others after each part of a list, however fast the next one comes', async () => {
    const parts: TrackerPage[] = ['A-1', 'A-2', 'A-3'].map((key) => ({ goals: [goal(key)] }));
    const ask = (() => Promise.resolve(parts.shift())) as unknown as AskThread;
    const order: string[] = [];
    const tracker = new RemoteTracker(traits, ask, () => order.push('left'));
    for await (const { goals } of tracker.listChanged(undefined, never)) {
      setImmediate(() => order.push('another'));
      order.push(goals[0]!.key);
    }
    assert.deepEqual(order, ['A-1', 'another', 'A-2', 'another', 'A-3', 'another', 'left']);
  });

  it('leaves a list whose next part cannot be had', async () => {
    const left: number[] = [];
    const ask = (() => Promise.reject(new Error('gone'))) as AskThread;
    const tracker = new RemoteTracker(traits, ask, (list) => left.push(list));
    await assert.rejects(async () => {
      for await (const page of tracker.listChanged(undefined, never)) assert.ok(page);
    }, /gone/);
    assert.equal(left.length, 1);
  });
});
