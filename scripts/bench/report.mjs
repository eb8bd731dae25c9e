// @ts-check
// Measures the alignment report of a long history beside git itself: node scripts/bench/report.mjs [--commits N]
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cleanGit } from '../cleanGit.mjs';
import { makeHistoryRepository, secondOf } from './historyRepository.mjs';
import { median, rounded } from './statistics.mjs';
import { printTable } from './table.mjs';

const script = fileURLToPath(import.meta.url);
const projectRoot = resolve(script, '../../..');
const rounds = 3;
const goals = 5000;
/** How many of ten commits name a goal. */
const linked = 7;
/** So that each writes three to four commits a day. */
const people = 40;
/** What the report asks git for. */
const logFormat = '--format=tformat:%H%x00%P%x00%aN%x00%aE%x00%ad%x00%at%x00%s%x00%b';

/**
 * @typedef {object} Measured What a process of its own found out, in milliseconds and MiB.
 * @property {number} first Until something was there to be painted.
 * @property {number} cold @property {number} warm
 * @property {number} work The processor time of the whole report, git's not included: it moves less on a busy machine.
 * @property {number} blocked The longest time for which the thread that asks could do nothing else.
 * @property {number} grown How much memory grew at most, the thread that counts included.
 * @property {number} commits
 */

/** @typedef {typeof import('../../src/reporting/thread/reportThreadClient')} Bundled */

/**
 * Prints how long a report takes the way the editor makes it, in a worker thread: the first and a repeated one.
 *
 * @param {{ commits?: number }} [options]
 */
export async function benchReport({ commits = 100_000 } = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'goal-lens-report-'));
  try {
    const repository = await mkdtemp(join(dir, 'repository-'));
    await makeHistoryRepository(repository, commits, { linked, people });
    await bundle(dir);
    /** @type {number[]} */
    const log = [];
    /** @type {Measured[]} */
    const all = [];
    for (let round = 0; round < rounds; round += 1) {
      log.push(await timeGit(repository, ['log', '-z', '--date=short', logFormat, 'HEAD']));
      all.push(measure(dir, repository, String(secondOf(commits))));
    }
    const of = (/** @type {keyof Measured} */ what) => rounded(median(all.map((each) => each[what])));
    printTable(
      `Alignment report on ${commits} commits and ${goals} goals (medians of ${rounds})`,
      ['', '', 'budget'],
      [
        ['git log, same format, written to nowhere, ms', rounded(median(log)), ''],
        ['first figures, ms', of('first'), '2,000'],
        ['whole report, ms', of('cold'), '5,000'],
        ['of it our processor time, ms', of('work'), ''],
        ['the same again, ms', of('warm'), '300'],
        ['longest block of the asking thread, ms', of('blocked'), '50'],
        ['peak memory, MiB', `+${of('grown')}`, '300'],
      ],
      `Of 10 commits ${linked} name a goal; ${people} people wrote them. ${of('commits')} landed within the report's 104 weeks.`,
    );
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} outdir */
async function bundle(outdir) {
  await build({
    entryPoints: {
      client: join(projectRoot, 'src/reporting/thread/reportThreadClient.ts'),
      thread: join(projectRoot, 'src/reporting/thread/reportThread.ts'),
    },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    logLevel: 'warning',
  });
}

/** How long git runs, in milliseconds. @param {string} cwd @param {string[]} args @returns {Promise<number>} */
function timeGit(cwd, args) {
  const start = performance.now();
  return new Promise((done, fail) => {
    const git = spawn('git', args, { cwd, env: cleanGit, stdio: ['ignore', 'ignore', 'inherit'] });
    git.once('error', fail).once('close', () => done(performance.now() - start));
  });
}

/**
 * Runs `measureHere` in its own process, because peak memory is that of a whole process.
 * @param {string[]} args
 * @returns {Measured}
 */
function measure(...args) {
  const child = spawnSync(process.execPath, [script, '--child', ...args], {
    env: cleanGit,
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return /** @type {Measured} */ (JSON.parse(child.stdout));
}

/** @param {string} dir @param {string} root @param {number} end in epoch seconds @returns {Promise<Measured>} */
async function measureHere(dir, root, end) {
  const { ReportThreadClient } = /** @type {Bundled} */ (
    await import(pathToFileURL(join(dir, 'client.cjs')).href)
  );
  const client = new ReportThreadClient(() => ({ path: join(dir, 'thread.cjs'), gitPath: 'git' }));
  const trackers = [tracker()];
  const request = {
    repositories: [{ root, folder: pathToFileURL(root).href, trailer: 'Initiative', referenceTrailers: [] }],
    asked: { weeks: 104 },
    team: {},
    // Only whole weeks count.
    now: (end + 7 * 86_400) * 1000,
    language: 'en',
  };
  // The thread does not keep the process alive.
  const alive = setInterval(() => {}, 1000);
  const before = process.resourceUsage().maxRSS;
  // Finer than the budget needs; a timer every millisecond would take processor time from what is measured.
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let first = NaN;
  const start = performance.now();
  const usedBefore = process.cpuUsage();
  const listener = {
    onProgress: () => {},
    onStage: () => {
      if (Number.isNaN(first)) first = performance.now() - start;
    },
  };
  const signal = new AbortController().signal;
  await client.report(trackers, request, listener, signal);
  const cold = performance.now() - start;
  const used = process.cpuUsage(usedBefore);
  const again = performance.now();
  await client.report(trackers, request, listener, signal);
  const warm = performance.now() - again;
  delay.disable();
  const record = JSON.parse(await client.write('json'));
  const grown = (process.resourceUsage().maxRSS - before) / 1024;
  clearInterval(alive);
  client.dispose();
  const blocked = delay.max / 1e6;
  return {
    first: Number.isNaN(first) ? cold : first,
    cold,
    work: (used.user + used.system) / 1000,
    warm,
    blocked,
    grown,
    commits: record.totals.commits,
  };
}

/** @returns {import('../../src/core/tracker/trackerState').TrackerState} */
function tracker() {
  const id = 'jira:https://shop.example';
  const made = Array.from({ length: goals }, (_, number) => ({
    trackerId: id,
    id: String(number),
    key: `SHOP-${number + 1}`,
    title: `Goal ${number + 1}`,
    level: number < 100 ? 'initiative' : 'item',
    ...(number < 100
      ? { priority: { rank: (number % 4) + 1, label: `P${(number % 4) + 1}` } }
      : { parentKey: `SHOP-${(number % 100) + 1}` }),
    status: { name: 'In progress', category: 'active' },
    metrics: [],
    blockedByKeys: [],
    blocksKeys: [],
    labels: [],
  }));
  return /** @type {import('../../src/core/tracker/trackerState').TrackerState} */ (
    /** @type {unknown} */ ({ id, name: 'Jira', phase: 'ready', goals: made, badEntries: 0 })
  );
}

if (process.argv[1] === script) {
  const [mode, ...rest] = process.argv.slice(2);
  if (mode === '--child') {
    const [dir = '', root = '', end] = rest;
    process.stdout.write(JSON.stringify(await measureHere(dir, root, Number(end))));
  } else {
    await benchReport(mode === '--commits' ? { commits: Number(rest[0]) } : {});
  }
}
