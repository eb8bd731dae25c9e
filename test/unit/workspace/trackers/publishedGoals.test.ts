import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../../../src/cli/runCli';
import { GoalStore } from '../../../../src/core/catalog/goalStore';
import { Emitter } from '../../../../src/core/event';
import type { Goal } from '../../../../src/core/goal/goal';
import type { SignInPlace } from '../../../../src/core/tracker/signInPlace';
import { TrackerConnections } from '../../../../src/workspace/trackers/trackerConnections';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import { textOptions } from '../../../support/builders';
import { FileServer } from '../../trackers/support/fileServer';
import { MemoryLeftovers } from './memoryLeftovers';

/** Twice a page and a little more. */
const items = Array.from({ length: 405 }, (_, at) => `SHOP-${at + 10}`);
const goalsFile = (keys: readonly string[], title = 'Checkout'): string =>
  JSON.stringify({
    goals: [
      { key: 'SHOP-7', title, level: 'initiative', priority: 'P1', covers: ['WEB-1'] },
      ...keys.map((key) => ({ key, title: `Goal ${key}`, level: 'item', parent: 'SHOP-7' })),
    ],
  });

describe('Goals that one repository publishes as files for all others', function () {
  this.timeout(20_000);
  let folder: string;
  let server: FileServer;
  let said: string;
  const opened: TrackerConnections[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-published-'));
    for (const name of ['home', 'goals/.goals', 'public', 'cache'])
      mkdirSync(join(folder, name), { recursive: true });
    server = await new FileServer(join(folder, 'public')).start();
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) each.dispose();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What CI runs in the repository with the goals. */
  function publish(text: string, hour: number, ...options: string[]): Promise<number> {
    writeFileSync(join(folder, 'goals/.goals/goals.yaml'), text);
    said = '';
    return runCli(['goals', '--export', '../public/goals', ...options], {
      platform: 'linux',
      home: join(folder, 'home'),
      env: {},
      version: '1',
      cwd: join(folder, 'goals'),
      now: Date.UTC(2026, 10, 22, hour),
      print: (line) => (said += line),
      complain: (line) => (said += line),
    });
  }

  /** A window on another repository, whose settings name the address. */
  async function window(url: string) {
    const store = new GoalStore();
    const faults: unknown[] = [];
    const note = (): void => undefined;
    const connections = new TrackerConnections({
      leftovers: new MemoryLeftovers(),
      connectTracker,
      entries: { trackers: [{ kind: 'rest', url, signIn: 'none' }], onDidChange: new Emitter<void>().event },
      tokens: {
        onDidChange: new Emitter<SignInPlace>().event,
        onDidChangeAccount: new Emitter<unknown>().event,
        get: () => Promise.resolve(''),
        accountToken: () => Promise.resolve(undefined),
        delete: () => Promise.resolve(),
        set: () => Promise.resolve(),
      },
      onlooker: { isLooking: false, onDidChange: new Emitter<unknown>().event, watch: (_, run) => run(note) },
      store,
      cacheFolder: join(folder, 'cache'),
      textOptions: () => textOptions,
      log: {
        debug: note,
        info: note,
        warn: (...line) => faults.push(line),
        error: (...line) => faults.push(line),
      },
    });
    opened.push(connections);
    await connections.start();
    const goals = (): readonly Goal[] => store.catalog.trackers[0]?.goals ?? [];
    return { connections, store, goals, faults, fault: () => store.catalog.trackers[0]?.fault };
  }

  const start = () => `${server.url}/goals/goals.json`;

  it('are read page by page from a plain server, and asked for again at the price of a 304', async () => {
    assert.equal(await publish(goalsFile(items), 12), 0);
    assert.match(said, /^Wrote 406 goals in 3 files, beginning with \.\.\/public\/goals\/goals\.json\.$/m);
    const { connections, goals, store, faults } = await window(start());
    await connections.refresh();
    assert.deepEqual(
      goals().map(({ key }) => key),
      ['SHOP-7', ...items],
    );
    const [first] = goals();
    assert.deepEqual([first?.title, first?.priority?.rank, first?.covers], ['Checkout', 1, ['WEB-1']]);
    assert.equal(store.catalog.ancestors(goals().at(-1)!)[0]?.key, 'SHOP-7');
    const whole = () => server.answers.filter((answer) => answer.endsWith('200')).length;
    assert.equal(whole(), 3);

    await connections.refresh();
    assert.equal(whole(), 3);
    assert.ok(server.answers.filter((answer) => answer.endsWith('304')).length >= 3);
    assert.equal(goals().length, 406);
    assert.deepEqual(faults, []);
  });

  it('change and go with the next export, and no file is touched where nothing has changed', async () => {
    await publish(goalsFile(items), 12);
    const { connections, goals, faults } = await window(start());
    await connections.refresh();
    await publish(goalsFile(items), 13);
    await connections.refresh();
    assert.ok(server.answers.slice(3).every((answer) => answer.endsWith('304')));

    await publish(goalsFile(items.slice(1), 'Checkout that never loses a cart'), 14);
    await connections.refresh();
    assert.deepEqual(
      goals().map(({ key }) => key),
      ['SHOP-7', ...items.slice(1)],
    );
    assert.equal(goals()[0]?.title, 'Checkout that never loses a cart');
    assert.equal(readdirSync(join(folder, 'public/goals')).length, 3, 'pages that nothing leads to are gone');
    assert.deepEqual(faults, []);
  });

  it('are read from the start again where a page has been replaced meanwhile', async () => {
    await publish(goalsFile(items), 12);
    const { connections, goals, fault } = await window(start());
    // As a cache in between does it that still has the old first page.
    const first = join(folder, 'public/goals/goals.json');
    const old = readFileSync(first, 'utf8');
    await publish(goalsFile(items.slice(1)), 13);
    const fresh = readFileSync(first, 'utf8');
    writeFileSync(first, old);
    server.beforeMissing = () => writeFileSync(first, fresh);
    await connections.refresh();
    assert.ok(server.answers.some((answer) => answer.endsWith('404')));
    assert.equal(fault(), undefined);
    assert.equal(goals().find(({ key }) => key === items[1])?.title, `Goal ${items[1]}`);
    // What only the old first page had goes with the next reading.
    await connections.refresh();
    assert.equal(goals().length, 405);
  });

  it('may be a goals file as it lies in a repository, in YAML', async () => {
    writeFileSync(
      join(folder, 'public/goals.yaml'),
      'goals:\n  - { key: SHOP-7, title: Checkout, level: initiative }\n  - { key: SHOP-8 }\n',
    );
    const { connections, goals, store } = await window(`${server.url}/goals.yaml`);
    await connections.refresh();
    assert.deepEqual(
      goals().map(({ key }) => key),
      ['SHOP-7'],
    );
    assert.ok((store.catalog.trackers[0]?.badEntries ?? 0) > 0);
    // One of which nothing is left takes nothing away.
    writeFileSync(join(folder, 'public/goals.yaml'), 'This is no list.\n');
    await connections.refresh();
    assert.equal(store.catalog.trackers[0]?.fault?.kind, 'invalid');
    assert.equal(goals().length, 1);
  });

  it('are a fault in a sentence where the server answers with a page', async () => {
    writeFileSync(join(folder, 'public/login.html'), '<h1>Sign in</h1>');
    const { connections, fault } = await window(`${server.url}/nothing.json`);
    await connections.refresh();
    assert.equal(fault()?.kind, 'refused');
  });

  it('are not written where there are none, or where they cannot be read', async () => {
    assert.equal(await publish('goals: []\n', 12), 1);
    assert.match(said, /nothing was written/);
    assert.equal(await publish(goalsFile(items), 12, '--with-revenue', '--all'), 0);
    assert.equal(
      await runCli(['goals', '--with-revenue'], { ...place(folder), complain: (line) => (said = line) }),
      2,
    );
    assert.match(said, /goes with --export/);
  });
});

function place(folder: string) {
  const home = join(folder, 'home');
  const base = {
    platform: 'linux' as const,
    home,
    env: {},
    version: '1',
    cwd: join(folder, 'goals'),
    now: 0,
  };
  return { ...base, print: () => undefined, complain: () => undefined };
}
