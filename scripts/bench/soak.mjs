// @ts-check
import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { createGoalServer } from '../../examples/rest-server/server.mjs';
import { currentBranch } from '../sample/history.mjs';
import { makeEmptyExtension, makeIdleCopy } from './copies.mjs';
import { runInHost } from './hostBench.mjs';
import { median, rounded } from './statistics.mjs';
import { printTable } from './table.mjs';
import { modulePath } from './workspace.mjs';

/** How many files are opened in turn. */
export const soakFiles = 200;
const goalCount = 500;
const token = 'soak';
/** How much more may be held in the last third than in the second: a share, or at least this number. */
const tolerance = { share: 0.1, heap: 3, handles: 5, files: 5, watches: 5 };

/** @typedef {import('./host/soak.mjs').Sample} Sample */

/**
 * Works as a person does for the given time (files, branches, syncs), prints what the extension host holds meanwhile,
 * and fails if that grows after the first third.
 * @param {import('./run.mjs').Bench} bench
 */
export async function measureSoak(bench) {
  const other = 'soak/SHOP-9-other';
  const extensionDir = join(bench.dir, 'soak');
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', ['branch', '--force', other, currentBranch], { cwd: bench.folder, env });
  let asked = 0;
  const started = Date.now();
  const data = () => {
    asked += 1;
    // Every request returns some other goals, so that each sync has something to take over.
    const goals = Array.from({ length: goalCount }, (_, at) => ({
      key: `SOAK-${at + 1}`,
      id: String(at + 1),
      title: at % 50 === asked % 50 ? `Goal ${at + 1}, changed with question ${asked}` : `Goal ${at + 1}`,
      level: 'item',
      updated: new Date(at % 50 === asked % 50 ? Date.now() : started).toISOString(),
    }));
    return { goals };
  };
  const server = createGoalServer({ data, token });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  try {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const series = /** @type {Sample[]} */ (
      await runInHost(bench, {
        module: 'soak',
        developed: bench.control
          ? await makeEmptyExtension(extensionDir)
          : await makeIdleCopy(bench.extension, extensionDir),
        timeout: (bench.seconds + 600) * 1000,
        input: {
          seconds: bench.seconds,
          isControl: bench.control,
          files: Array.from({ length: soakFiles }, (_, at) => modulePath(at)),
          branches: [currentBranch, other],
          url: `http://127.0.0.1:${port}`,
          token,
        },
      })
    );
    report(series, bench.control ? 'without Goal Lens' : 'with Goal Lens');
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** @param {readonly Sample[]} series @param {string} how */
function report(series, how) {
  printTable(
    `What the extension host holds while a person works, ${how}`,
    ['s', 'files opened', 'branches', 'syncs', 'heap, MB', 'handles', 'open files', 'watches'],
    series.map(({ seconds, switches, branches, syncs, heap, handles, files, watches }) => [
      String(seconds),
      ...[switches, branches, syncs].map(String),
      rounded(heap),
      ...[handles, files, watches].map(String),
    ]),
    'The first third is warm-up; after it, everything has to stay flat.',
  );
  const growing = /** @type {const} */ (['heap', 'handles', 'files', 'watches']).flatMap((what) => {
    const third = Math.floor(series.length / 3);
    const before = median(series.slice(third, 2 * third).map((sample) => sample[what]));
    const after = median(series.slice(2 * third).map((sample) => sample[what]));
    const isMore = after - before > Math.max(before * tolerance.share, tolerance[what]);
    return isMore ? [`${what} from ${rounded(before)} to ${rounded(after)}`] : [];
  });
  if (growing.length > 0) throw new Error(`It grows: ${growing.join(', ')}.`);
}
