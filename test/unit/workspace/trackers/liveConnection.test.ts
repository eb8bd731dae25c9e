import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalStore } from '../../../../src/core/catalog/goalStore';
import { Emitter } from '../../../../src/core/event';
import { toConnection } from '../../../../src/trackers/connection/connection';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import { LiveConnection } from '../../../../src/workspace/trackers/liveConnection';
import { goals, GoalServer } from '../../trackers/kinds/rest/goalServer';
import { testToken } from '../../trackers/support/connect';

describe('a live connection', () => {
  let folder: string;
  let server: GoalServer;
  /** How often a connection was made, and what making it throws. */
  let made: number;
  let fault: Error | undefined;
  let disposed: number;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-live-'));
    server = await new GoalServer({ goals: goals(3) }).start();
    made = disposed = 0;
    fault = undefined;
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function open(isLooking: boolean) {
    const store = new GoalStore();
    const quiet = (): void => undefined;
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const live = new LiveConnection({
      connectTracker: async (...to) => {
        made += 1;
        if (fault) throw fault;
        const connected = await connectTracker(...to);
        return { ...connected, dispose: () => void (disposed += 1) };
      },
      connection: toConnection({ kind: 'rest', url: server.url }),
      store,
      onlooker: {
        isLooking,
        onDidChange: new Emitter<void>().event,
        watch: (_, run) => run(() => undefined),
      },
      cacheFolder: folder,
      log,
      token: () => Promise.resolve(testToken),
      textOptions: () => ({ language: 'en', now: Date.now(), revenue: 'band' }),
    });
    return { live, keys: () => store.catalog.all().map(({ key }) => key) };
  }

  it('shows what was kept without loading what asks the tracker, and lets go of it at its end', async () => {
    const first = open(true);
    await first.live.start();
    await first.live.refresh();
    first.live.dispose();
    assert.deepEqual([made, disposed], [1, 1]);

    const later = open(false);
    await later.live.start();
    assert.deepEqual(later.keys(), ['SHOP-1', 'SHOP-2', 'SHOP-3']);
    assert.equal(made, 1);
    later.live.dispose();
  });

  it('is made with the next question where it could not be made', async () => {
    fault = new Error('EMFILE: too many open files');
    const { live, keys } = open(true);
    await live.start();
    const { error } = await live.refresh();
    assert.equal(error?.reason, 'internal');
    fault = undefined;
    assert.equal((await live.refresh()).error, undefined);
    assert.equal(keys().length, 3);
    live.dispose();
  });
});
