// @ts-check
// Measures reading many goals over the REST contract: node scripts/bench/rest.mjs [--goals N]
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGoalServer } from '../../examples/rest-server/server.mjs';
import { median, rounded, spread } from './statistics.mjs';
import { printTable } from './table.mjs';

const script = fileURLToPath(import.meta.url);
const projectRoot = resolve(script, '../../..');
const rounds = 3;

/**
 * @typedef {object} Figures What a client of its own process found out of one sync.
 * @property {number | null} firstMs Until the first goals were published; null where it was not the first sync.
 * @property {number} ms Until all was read and kept.
 * @property {number} longestMs How long the event loop was busy at most, in one go.
 * @property {number} heapMiB The heap after collection, more than before the first sync.
 * @property {number} goals
 * @typedef {Figures & { requests: number, bytes: number, statuses: string }} Measured With what the server saw.
 */

/**
 * Prints time, memory and traffic of a first sync, one without changes, and one with a few changes.
 *
 * @param {{ goals?: number }} [options]
 */
export async function benchRest({ goals: count = 50_000 } = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'goal-lens-rest-'));
  try {
    /** @type {Measured[][]} */
    const all = [];
    for (let round = 0; round < rounds; round += 1) all.push(await measure(count, join(dir, String(round))));
    const names = [
      'everything',
      'what changed, asked for the first time',
      'nothing new',
      '100 of them changed',
    ];
    printTable(
      `REST contract, ${count.toLocaleString('en')} goals from the example server (medians of ${rounds})`,
      ['', 'first goals, ms', 'all, ms', 'longest task, ms', 'heap +MiB', 'requests', 'bytes', 'answers'],
      names.map((name, step) => {
        const steps = all.flatMap((each) => each[step] ?? []);
        const [first] = steps;
        const firsts = steps.flatMap(({ firstMs }) => firstMs ?? []);
        return [
          name,
          firsts.length === 0 ? '' : rounded(median(firsts)),
          spread(steps.map(({ ms }) => ms)),
          rounded(median(steps.map(({ longestMs }) => longestMs))),
          rounded(median(steps.map(({ heapMiB }) => heapMiB))),
          String(first?.requests ?? ''),
          first?.bytes.toLocaleString('en') ?? '',
          first?.statuses ?? '',
        ];
      }),
      'The client runs in a process of its own and reads answers in a thread, as in the editor; "all" includes keeping the goals on disk.',
    );
    if (all.some((steps) => steps.some(({ goals }) => goals !== count)))
      throw new Error('Not all goals arrived.');
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Measures one client from scratch. @param {number} count @param {string} folder @returns {Promise<Measured[]>} */
async function measure(count, folder) {
  let data = { goals: generate(count) };
  /** @type {string[]} */
  let statuses = [];
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const server = createGoalServer({ data: () => data });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('request', (_, response) =>
    response.on('finish', () => statuses.push(String(response.statusCode))),
  );
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', script, '--client', `http://127.0.0.1:${port}`, folder],
    { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const written = () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
  /** @type {Measured[]} */
  const steps = [];
  let before = 0;
  try {
    await new Promise((done, fail) => {
      client.once('error', fail);
      client.once('exit', (code) =>
        code === 0 ? done(undefined) : fail(new Error(`The client ended: ${code}`)),
      );
      client.on('message', (/** @type {Figures} */ figures) => {
        if (figures.goals > 0)
          steps.push({
            ...figures,
            requests: statuses.length,
            bytes: written() - before,
            statuses: [...new Set(statuses)].join(', '),
          });
        [statuses, before] = [[], written()];
        if (steps.length === 3) data = { goals: withChanges(data.goals, 100) };
        client.send('go on');
      });
    });
  } finally {
    client.kill();
    server.closeAllConnections();
    server.close();
  }
  return steps;
}

/** @param {number} count */
function generate(count) {
  return Array.from({ length: count }, (_, index) => ({
    key: `SHOP-${index + 1}`,
    id: String(index + 1),
    title: `Goal number ${index + 1} that says in a line what is to be reached`,
    level: index % 50 === 0 ? 'initiative' : 'item',
    ...(index % 50 > 0 && { parent: `SHOP-${index - (index % 50) + 1}` }),
    description: `What people see of it, and why it matters to them. `.repeat(6),
    status: { name: 'In development', category: 'active' },
    priority: { rank: (index % 4) + 1, label: `P${(index % 4) + 1}` },
    impact: { customers: index % 90, revenue: { amount: index * 10, currency: 'EUR' } },
    owner: { name: 'Priya Nair', email: 'priya@shop.example' },
    labels: ['checkout', 'payments'],
    url: `https://tracker.example/SHOP-${index + 1}`,
    updated: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
  }));
}

/** @param {ReturnType<typeof generate>} goals @param {number} count */
function withChanges(goals, count) {
  const updated = new Date().toISOString();
  return goals.map((goal, index) =>
    index < count ? { ...goal, title: `${goal.title}, changed`, updated } : goal,
  );
}

/** The client: syncs repeatedly and reports each sync to the parent. @param {string} url @param {string} folder */
async function measureHere(url, folder) {
  const { monitorEventLoopDelay } = await import('node:perf_hooks');
  const { build } = await import('esbuild');
  const { TrackerThreadClient } = await import('../../src/trackers/thread/trackerThreadClient');
  const { readConnections } = await import('../../src/trackers/connection/connection');
  const { systemClock } = await import('../../src/core/clock');
  const { GoalCache } = await import('../../src/trackers/sync/goalCache');
  const { TrackerSync } = await import('../../src/trackers/sync/trackerSync');
  const [connection] = readConnections([{ kind: 'rest', url, signIn: 'none' }]).connections;
  if (!connection) throw new Error('The connection is not understood.');
  const path = join(folder, 'trackerThread.js');
  await build({
    entryPoints: [join(projectRoot, 'src/trackers/thread/trackerThread.ts')],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  // The thread keeps no process alive.
  const alive = setInterval(() => undefined, 1000);
  const thread = new TrackerThreadClient({ path });
  const { tracker } = await thread.connect(connection, { token: () => Promise.resolve('') });
  // What a process's first request loads is not part of the sync.
  await tracker.checkConnection(new AbortController().signal);
  const cache = new GoalCache(folder, connection, (line) => console.error(line));
  const sync = new TrackerSync({ tracker: () => Promise.resolve(tracker), cache, clock: systemClock });
  const heap = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  const empty = heap();
  await report({ firstMs: null, ms: 0, longestMs: 0, heapMiB: 0, goals: 0 });
  for (let step = 0; step < 4; step += 1) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    /** @type {number | null} */
    let firstMs = null;
    const listener = sync.onDidChange(() => {
      if (step === 0 && sync.state.goals.length > 0) firstMs ??= performance.now() - start;
    });
    await sync.sync(new AbortController().signal);
    const ms = performance.now() - start;
    delay.disable();
    listener.dispose();
    if (sync.state.error) throw sync.state.error;
    await report({
      firstMs,
      ms,
      longestMs: delay.max / 1e6,
      heapMiB: heap() - empty,
      goals: sync.state.goals.length,
    });
  }
  clearInterval(alive);
  process.disconnect();
}

/** Waits until the parent has read its counters. @param {Figures} figures */
function report(figures) {
  return new Promise((done) => {
    process.once('message', done);
    process.send?.(figures);
  });
}

if (process.argv[1] === script) {
  const [mode, ...rest] = process.argv.slice(2);
  if (mode === '--client') {
    const [url = '', folder = ''] = rest;
    await measureHere(url, folder);
  } else await benchRest(mode === '--goals' ? { goals: Number(rest[0]) } : {});
}
