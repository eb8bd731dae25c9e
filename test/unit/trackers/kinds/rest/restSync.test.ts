import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalCache } from '../../../../../src/trackers/sync/goalCache';
import { TrackerSync } from '../../../../../src/trackers/sync/trackerSync';
import { connect, connection, never } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import { GoalServer, goals } from './goalServer';

describe('REST contract, in step with the example server', () => {
  let server: GoalServer;
  let folder: string;
  let sync: TrackerSync;
  const clock = new TestClock();
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goal-lens-rest-'));
    server = await new GoalServer({ goals: goals(450) }, undefined, () => new Date(clock.now())).start();
    const entry = { kind: 'rest', url: server.url };
    const { tracker } = await connect(entry, clock);
    const cache = new GoalCache(folder, connection(entry), (line) => assert.fail(line));
    sync = new TrackerSync({ tracker: () => Promise.resolve(tracker), cache, clock });
  });
  afterEach(async () => {
    sync.dispose();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the first goals before the second page is asked for', async () => {
    const shown: { readonly goals: number; readonly asked: number }[] = [];
    sync.onDidChange(() => shown.push({ goals: sync.state.goals.length, asked: server.requests.length }));
    await sync.sync(never);
    assert.deepEqual(shown[0], { goals: 200, asked: 1 });
    assert.deepEqual(shown.at(-1), { goals: 450, asked: 3 });
  });

  it('asks one question, answered with a 304, where nothing changed', async () => {
    await sync.sync(never);
    // The question for changes is another one than that for everything.
    await sync.sync(never);
    const [asked, before] = [server.requests.length, sync.state.goals];
    for (const round of [1, 2, 3]) {
      clock.advance(60_000);
      await sync.sync(never);
      assert.equal(server.requests.length, asked + round);
      assert.equal(server.statuses.at(-1), 304);
    }
    assert.deepEqual(sync.state.goals, before);
    assert.equal(sync.state.asOf, clock.now());
  });

  it('takes over what changed and lets go of what is gone', async () => {
    await sync.sync(never);
    await sync.sync(never);
    clock.advance(60_000);
    const at = new Date(clock.now()).toISOString();
    const [first, second, ...others] = goals(450);
    server.data = {
      goals: [...others, { ...first!, title: 'Changed', updated: at }],
      deleted: [{ id: String(second!.id), at }],
    };
    await sync.sync(never);
    assert.equal(sync.state.goals.length, 449);
    assert.equal(sync.state.goals.find(({ key }) => key === 'SHOP-1')?.title, 'Changed');
    assert.equal(sync.state.error, undefined);
  });
});
