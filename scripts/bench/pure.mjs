// @ts-check
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { benchModules } from './build.mjs';
import { median, rounded, spread } from './statistics.mjs';
import { printTable } from './table.mjs';

/** @typedef {import('./pure/main.mjs').PureFigures} PureFigures */

/**
 * Runs the parts that need no VS Code, each run in a fresh Node.js, and prints the times of the first and later calls.
 * @param {import('./run.mjs').Bench} bench
 */
export async function measurePure({ dir, folder, runs }) {
  const input = join(dir, 'pure.json');
  const goalsFile = await readFile(join(folder, '.goals/goals.yaml'), 'utf8');
  const pathMap = await readFile(join(folder, '.goals/paths'), 'utf8');
  await writeFile(input, JSON.stringify({ goalsFile, pathMap }));
  /** @type {PureFigures[]} */
  const all = [];
  for (let run = 0; run < runs; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(benchModules, 'pure/main.cjs'),
      input,
    ]);
    all.push(JSON.parse(stdout));
  }
  const rows = (all[0] ?? []).map(({ name }, index) => {
    const runsOfIt = all.flatMap((figures) => figures[index] ?? []);
    return [
      name,
      spread(runsOfIt.map(({ first }) => first)),
      spread(runsOfIt.map(({ later }) => median(later))),
      rounded(Math.max(...runsOfIt.flatMap(({ later }) => later))),
      String(runsOfIt.length),
    ];
  });
  printTable(
    'Pure parts in plain Node, ms',
    ['', 'first call', 'later calls', 'longest later call', 'n'],
    rows,
    'Each run is a process of its own; of its later calls the median counts.',
  );
}
