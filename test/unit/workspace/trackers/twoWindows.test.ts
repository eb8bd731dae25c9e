import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalStore } from '../../../../src/core/catalog/goalStore';
import { Emitter } from '../../../../src/core/event';
import { TrackerConnections } from '../../../../src/workspace/trackers/trackerConnections';
import { signInPlace, type SignInPlace } from '../../../../src/core/tracker/signInPlace';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import { textOptions } from '../../../support/builders';
import { MemoryLeftovers } from './memoryLeftovers';
import { until } from '../../../support/until';
import { testToken } from '../../trackers/support/connect';
import { TrackerServer } from '../../trackers/support/trackerServer';
import { envelope, goals } from '../../trackers/kinds/rest/goalServer';

/** What all windows of a person share: tokens, whose changes each window hears of a little later. */
class SharedTokens {
  private readonly kept = new Map<string, string>();
  private readonly windows = new Set<Emitter<SignInPlace>>();

  set(address: string, token: string): void {
    this.kept.set(new URL(address).origin, token);
  }

  /** The tokens as one window sees them. */
  forWindow() {
    const changed = new Emitter<SignInPlace>();
    this.windows.add(changed);
    return {
      onDidChange: changed.event,
      onDidChangeAccount: new Emitter<unknown>().event,
      get: (address: string) => Promise.resolve(this.kept.get(new URL(address).origin)),
      accountToken: () => Promise.resolve(undefined),
      set: () => Promise.resolve(),
      delete: (address: string) => {
        const place = signInPlace({ url: address });
        this.kept.delete(place);
        setImmediate(() => this.windows.forEach((window) => window.fire(place)));
        return Promise.resolve();
      },
    };
  }
}

/** One window of the editor, as far as trackers go. */
class Window {
  readonly store = new GoalStore();
  readonly faults: unknown[] = [];
  readonly connections: TrackerConnections;

  constructor(tokens: SharedTokens, cacheFolder: string, trackers: readonly unknown[]) {
    const note = (): void => undefined;
    const fault = (...said: unknown[]): void => void this.faults.push(said);
    this.connections = new TrackerConnections({
      leftovers: new MemoryLeftovers(),
      connectTracker,
      entries: { trackers, onDidChange: new Emitter<void>().event },
      tokens: tokens.forWindow(),
      onlooker: {
        isLooking: true,
        onDidChange: new Emitter<unknown>().event,
        watch: (_, run) => run(note),
      },
      store: this.store,
      cacheFolder,
      textOptions: () => textOptions,
      log: { debug: note, info: note, warn: note, error: fault },
    });
  }

  get keys(): string[] {
    return this.connections.all.flatMap(({ state }) => state.goals.map(({ key }) => key));
  }

  get isIdle(): boolean {
    return this.connections.all.every(({ isSyncing, state }) => !isSyncing && state.phase === 'ready');
  }
}

describe('Two windows on one tracker', () => {
  let folder = '';
  let server: TrackerServer;
  let tokens: SharedTokens;
  let windows: Window[];
  /** Answers wait for this. */
  let gate: Promise<void>;
  let openGate: () => void;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goal-lens windows '));
    gate = Promise.resolve();
    openGate = () => undefined;
    server = await new TrackerServer(async ({ headers }) => {
      await gate;
      if (headers.authorization !== `Bearer ${testToken}`) return { status: 401 };
      return { json: { ...envelope, goals: goals(3) } };
    }).start();
    tokens = new SharedTokens();
    tokens.set(server.url, testToken);
    windows = [];
  });
  afterEach(async () => {
    openGate();
    for (const { connections } of windows) connections.dispose();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const shut = (): void => {
    gate = new Promise((resolve) => (openGate = resolve));
  };
  const open = async (): Promise<Window> => {
    const window = new Window(tokens, folder, [{ kind: 'rest', url: server.url }]);
    windows.push(window);
    await window.connections.start();
    return window;
  };
  const signOut = async ({ connections }: Window): Promise<void> => {
    const [first] = connections.all;
    assert.ok(first);
    await connections.signOut(signInPlace(first.connection));
  };
  /** Both windows have heard of it and have come to rest, with nothing of the tracker in memory or on the disk. */
  const assertForgotten = async (): Promise<void> => {
    await until('both windows say that nobody is signed in', () =>
      windows.every(
        ({ connections, isIdle }) =>
          isIdle && connections.all.every(({ state }) => state.error?.reason === 'signedOut'),
      ),
    );
    for (const { keys, faults } of windows) {
      assert.deepEqual(keys, []);
      assert.deepEqual(faults, []);
    }
    assert.deepEqual(await readdir(folder), []);
  };

  it('ask once for both', async () => {
    const one = await open();
    await until('the goals are kept', async () => one.isIdle && (await readdir(folder)).length === 1);
    const asked = server.requests.length;
    const other = await open();
    assert.deepEqual(other.keys, ['SHOP-1', 'SHOP-2', 'SHOP-3']);
    assert.equal(server.requests.length, asked);
    assert.deepEqual(one.faults, []);
  });

  it('keep the goals that nobody could refresh for a month', async () => {
    const one = await open();
    await until('the goals are kept', async () => one.isIdle && (await readdir(folder)).length === 1);
    one.connections.dispose();
    const [name = ''] = await readdir(folder);
    const then = new Date(Date.now() - 40 * 24 * 60 * 60_000);
    await utimes(join(folder, name), then, then);
    await writeFile(join(folder, 'goals-other.jsonl'), '');
    await utimes(join(folder, 'goals-other.jsonl'), then, then);
    await writeFile(join(folder, 'goals-other.jsonl.unused'), '');
    await utimes(join(folder, 'goals-other.jsonl.unused'), then, then);
    assert.equal((await open()).keys.length, 3);
    assert.deepEqual(await readdir(folder), [name]);
  });

  it('forget everything when one of them signs out', async () => {
    const one = await open();
    await until('the goals are kept', async () => one.isIdle && (await readdir(folder)).length === 1);
    const other = await open();
    assert.equal(other.keys.length, 3);
    await signOut(other);
    await assertForgotten();
  });

  for (const [what, hasGoals] of [
    ['the first list', false],
    ['a later list', true],
  ] as const) {
    it(`keep nothing of ${what}, where it comes in after one of them has signed out`, async () => {
      if (hasGoals) {
        const before = await open();
        await until('the goals are kept', async () => before.isIdle && (await readdir(folder)).length === 1);
        before.connections.dispose();
        windows.length = 0;
      }
      shut();
      const asked = server.requests.length;
      const [one, other] = [await open(), await open()];
      const reading = hasGoals ? [one, other].map(({ connections }) => connections.refresh()) : [];
      await until('both windows have asked', () => server.requests.length >= asked + 2);
      const signingOut = signOut(one);
      // The token is gone before the answers come.
      await new Promise((resolve) => setImmediate(resolve));
      openGate();
      await signingOut;
      await Promise.all(reading);
      await assertForgotten();
    });
  }
});
