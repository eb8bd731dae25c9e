import assert from 'node:assert/strict';
import { Emitter } from '../../../../src/core/event';
import { GoalStore } from '../../../../src/core/catalog/goalStore';
import { goal, tracker } from '../../../support/builders';

describe('GoalStore', () => {
  it('makes a new catalog after a change and keeps it until the next', () => {
    const store = new GoalStore();
    let changes = 0;
    store.onDidChange(() => changes++);
    store.set(tracker([goal('A-1')]));
    const { catalog } = store;
    assert.equal(store.catalog, catalog);
    assert.ok(catalog.find('A-1'));
    store.set(tracker([goal('A-2')]));
    assert.equal(store.catalog.find('A-1'), undefined);
    assert.equal(changes, 2);
  });

  it('knows each tracker until it is removed, and says so', () => {
    const store = new GoalStore();
    const state = tracker([goal('A-1')]);
    store.set(state);
    let changes = 0;
    store.onDidChange(() => changes++);
    assert.equal(store.get(state.id), state);
    store.remove(state.id);
    assert.deepEqual([store.get(state.id), store.catalog.trackers, changes], [undefined, [], 1]);
    store.dispose();
    store.set(state);
    assert.equal(changes, 1, 'nobody listens any more');
  });

  it('says nothing when a tracker is removed that was never there', () => {
    const store = new GoalStore();
    store.onDidChange(() => assert.fail('nothing changed'));
    store.remove('file:/nowhere');
    assert.deepEqual(store.catalog.trackers, []);
  });
});

describe('Emitter', () => {
  it('stops calling a listener that was disposed, also during a round', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    emitter.event((value) => heard.push(`first ${value}`));
    const second = emitter.event((value) => heard.push(`second ${value}`));
    emitter.fire(1);
    second.dispose();
    emitter.fire(2);
    emitter.dispose();
    emitter.fire(3);
    assert.deepEqual(heard, ['first 1', 'second 1', 'first 2']);
  });
});
