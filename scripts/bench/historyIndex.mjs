// @ts-check
// Measures the index of a long history beside git itself: node scripts/bench/historyIndex.mjs [--commits N]
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cleanGit } from '../cleanGit.mjs';
import { addCommits, makeHistoryRepository } from './historyRepository.mjs';
import { median, rounded } from './statistics.mjs';
import { printTable } from './table.mjs';

const script = fileURLToPath(import.meta.url);
const projectRoot = resolve(script, '../../..');
const newCommits = 10;
const rounds = 3;
const logFormat = '--format=tformat:%H%x00%ct%x00%s%x00%b';

/**
 * @typedef {object} Measured What a process of its own found out.
 * @property {number} openMs
 * @property {number} ms Of the update.
 * @property {number} grownMiB How much its memory grew at most.
 * @property {number} candidates
 * @property {number} storeMiB
 * @property {number} oneGoal @property {number} fiftyGoals @property {number} files Milliseconds for a query.
 */

/** @typedef {typeof import('../../src/git/history/historyIndex') & typeof import('../../src/git/run/git')} Bundled */

/**
 * Prints time and memory of a full index, of an update after ten new commits, and of queries, beside plain `git log`.
 *
 * @param {{ commits?: number }} [options]
 */
export async function benchHistoryIndex({ commits = 100_000 } = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'goal-lens-history-'));
  try {
    const repository = await mkdtemp(join(dir, 'repository-'));
    const bundle = join(dir, 'historyIndex.mjs');
    await makeHistoryRepository(repository, commits);
    await bundleIndex(bundle);
    const log = await repeat(() => timeGit(repository, ['log', '-z', logFormat, 'HEAD']));
    const [logWithPaths] = await repeat(
      () => timeGit(repository, ['log', '-z', '--name-only', logFormat, 'HEAD']),
      1,
    );
    const full = await repeat(() =>
      measure(bundle, repository, join(dir, `store-${process.hrtime.bigint()}`)),
    );
    const store = join(dir, 'store');
    await measure(bundle, repository, store);
    const nothing = await repeat(() => measure(bundle, repository, store));
    const more = await repeat(async () => {
      addCommits(repository, newCommits);
      return measure(bundle, repository, store);
    });
    const ms = (/** @type {readonly Measured[]} */ list) => rounded(median(list.map((each) => each.ms)));
    const [first] = full;
    printTable(
      `History of ${commits} commits, ${first?.candidates ?? 0} of which name something (medians of ${rounds})`,
      ['', 'ms', 'peak MiB'],
      [
        ['git log, same format, written to nowhere', rounded(median(log)), ''],
        ['git log --name-only', rounded(logWithPaths ?? NaN), ''],
        [
          'full index, paths and store included',
          ms(full),
          `+${rounded(median(full.map((each) => each.grownMiB)))}`,
        ],
        [
          `index after ${newCommits} new commits`,
          ms(more),
          `+${rounded(median(more.map((each) => each.grownMiB)))}`,
        ],
        ['opening the store', rounded(median(nothing.map((each) => each.openMs))), ''],
        ['update where nothing changed', ms(nothing), ''],
        ['commits of one goal', rounded(median(more.map((each) => each.oneGoal))), ''],
        ['commits of fifty goals', rounded(median(more.map((each) => each.fiftyGoals))), ''],
        ['files of one goal', rounded(median(more.map((each) => each.files))), ''],
      ],
      `The store takes ${rounded(first?.storeMiB ?? NaN)} MiB. Memory is what the index adds to a Node.js without it.`,
    );
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} outfile */
async function bundleIndex(outfile) {
  await build({
    stdin: {
      contents: [
        `export { HistoryIndex } from './src/git/history/historyIndex';`,
        `export { Git } from './src/git/run/git';`,
      ].join('\n'),
      resolveDir: projectRoot,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Bundled libraries are CommonJS and require Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    target: 'es2022',
    logLevel: 'warning',
  });
}

/** @template T @param {() => Promise<T>} work */
async function repeat(work, times = rounds) {
  /** @type {T[]} */
  const results = [];
  for (let round = 0; round < times; round += 1) results.push(await work());
  return results;
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
 *
 * @param {string[]} args @returns {Promise<Measured>}
 */
async function measure(...args) {
  const child = spawnSync(process.execPath, [script, '--child', ...args], {
    env: cleanGit,
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return /** @type {Measured} */ (JSON.parse(child.stdout));
}

/** @param {string} bundle @param {string} root @param {string} folder @returns {Promise<Measured>} */
async function measureHere(bundle, root, folder) {
  const { HistoryIndex, Git } = /** @type {Bundled} */ (await import(pathToFileURL(bundle).href));
  const before = process.resourceUsage().maxRSS;
  const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
  const start = performance.now();
  const index = await HistoryIndex.open({ git: new Git(() => 'git'), root, folder, rules });
  const openMs = performance.now() - start;
  await index.update();
  const ms = performance.now() - start - openMs;
  const grownMiB = (process.resourceUsage().maxRSS - before) / 1024;
  const one = new Set(['SHOP-7']);
  const fifty = new Set(Array.from({ length: 50 }, (_, number) => `SHOP-${number + 2000}`));
  return {
    openMs,
    ms,
    grownMiB,
    candidates: index.stats.candidates,
    storeMiB: (index.stats.storeBytes ?? NaN) / 1024 / 1024,
    oneGoal: timeQuery(() => index.commitsOf(one)),
    fiftyGoals: timeQuery(() => index.commitsOf(fifty)),
    files: timeQuery(() => index.filesOf(one)),
  };
}

/** The median time of some runs, in milliseconds. @param {() => unknown} query */
function timeQuery(query) {
  return median(
    Array.from({ length: 15 }, () => {
      const start = performance.now();
      query();
      return performance.now() - start;
    }),
  );
}

if (process.argv[1] === script) {
  const [mode, ...rest] = process.argv.slice(2);
  if (mode === '--child') {
    const [bundle = '', root = '', folder = ''] = rest;
    process.stdout.write(JSON.stringify(await measureHere(bundle, root, folder)));
  } else {
    await benchHistoryIndex(mode === '--commits' ? { commits: Number(rest[0]) } : {});
  }
}
