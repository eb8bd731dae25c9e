import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { type GoalLensApi, goalLens, read, write } from '../support/goalLens';
import { until } from '../../support/until';

describe('what has changed about the branch’s goal', () => {
  let api: GoalLensApi;

  before(async () => {
    api = await goalLens();
    await until('the context is ready', () => api.services.context.current.isReady);
  });

  const lowered = async (use: () => Promise<void>): Promise<void> => {
    const before = await read('.goals/goals.yaml');
    const changed = before.replace('priority: { rank: 1, label: P1 }', 'priority: { rank: 3, label: P3 }');
    assert.notEqual(changed, before);
    await write('.goals/goals.yaml', changed);
    try {
      await use();
    } finally {
      await write('.goals/goals.yaml', before);
      await until('nothing has changed any more', () => api.drift.current.length === 0);
    }
  };

  it('is told until the person says that they know, and then from there on', async () => {
    const { memento } = api.services;
    await until('the goal is seen', () =>
      memento
        .keys()
        .some((key) => key.startsWith('drift:') && JSON.stringify(memento.get(key)).includes('SHOP-142')),
    );
    await until('nothing has changed', () => api.drift.current.length === 0);
    const began = Date.now();
    await lowered(async () => {
      const [drift] = await until('it is told', () =>
        api.drift.current.length > 0 ? api.drift.current : undefined,
      );
      assert.equal(drift?.view.goal.key, 'SHOP-142');
      assert.deepEqual(
        drift.changes.map(({ kind }) => kind),
        ['priority'],
      );
      // The goals file has no newer date for it.
      const [{ at, noticedAt = 0 } = {}] = drift.changes;
      assert.equal(at, undefined);
      assert.ok(noticedAt >= began && noticedAt <= Date.now(), String(noticedAt));
    });
    await lowered(async () => {
      await until('it is told again', () => api.drift.current.length > 0);
      await commands.executeCommand('goalLens.acknowledgeDrift');
      assert.deepEqual(api.drift.current, []);
      // What comes next is told from what the person knows.
      const now = await read('.goals/goals.yaml');
      await write('.goals/goals.yaml', now.replace('{ rank: 3, label: P3 }', '{ rank: 2, label: P2 }'));
      const [next] = await until('the next change is told', () =>
        api.drift.current.length > 0 ? api.drift.current : undefined,
      );
      const [change] = next?.changes ?? [];
      assert.deepEqual(change?.kind === 'priority' && [change.from, change.to], [3, 2]);
      await commands.executeCommand('goalLens.acknowledgeDrift');
      await write('.goals/goals.yaml', now);
      await until('raised', () => api.drift.current.length > 0);
      await write('.goals/goals.yaml', now.replace('{ rank: 3, label: P3 }', '{ rank: 1, label: P1 }'));
      await until('P1 again', () => api.services.store.catalog.find('SHOP-7')?.priority?.rank === 1);
      await commands.executeCommand('goalLens.acknowledgeDrift');
    });
  });
});
