// @ts-check
import { join } from 'node:path';
import { makeIdleCopy } from './copies.mjs';
import { runInHost } from './hostBench.mjs';
import { median, quantile, rounded } from './statistics.mjs';
import { printTable } from './table.mjs';
import { modulePath } from './workspace.mjs';

const filesPerBlock = 10;

/**
 * How many files are opened for the first time: in each run a block beside our panel and one beside the empty webview,
 * plus a warm-up block of each.
 * @param {number} runs
 */
export function filesFor(runs) {
  return 2 * (runs + 1) * filesPerBlock;
}

/**
 * Switches editors beside our panel and beside an empty webview, by turns, and prints when the page has painted.
 * @param {import('./run.mjs').Bench} bench
 */
export async function measurePanel(bench) {
  const blocks = Array.from({ length: 2 * (bench.runs + 1) }, (_, block) =>
    Array.from({ length: filesPerBlock }, (_, file) => modulePath(block * filesPerBlock + file)),
  );
  const { ours, empty, own } = /** @type {import('./host/panel.mjs').PanelFigures} */ (
    await runInHost(bench, {
      module: 'panel',
      developed: await makeIdleCopy(bench.extension, join(bench.dir, 'panel')),
      input: { blocks },
    })
  );
  printTable(
    'Editor switch → panel painted, ms',
    ['', 'p50', 'p95', 'min–max', 'n'],
    [
      figures('Goal Lens, file known', ours.known),
      figures('empty webview, file known', empty.known),
      figures('Goal Lens, first visit, first paint', ours.first),
      figures('Goal Lens, first visit, with its history', ours.complete),
      figures('empty webview, first visit', empty.first),
    ],
    `Our own share, the difference of the medians: ${share(ours.known, empty.known)} for a known file, ` +
      `${share(ours.first, empty.first)} for a first visit (target: < 16 ms).`,
  );
  printTable(
    'Our own code in the extension host for one update, ms',
    ['', 'p50', 'p95', 'min–max', 'n'],
    [
      figures('the whole update: context and all who listen', own.whole),
      figures('of it: the context', own.context),
      figures("of it: the panel's state and its sending", own.panel),
      figures('of that: the state, with its cards', own.state),
    ],
    'Target: < 16 ms, one frame.',
  );
}

/** @param {string} name @param {readonly number[]} sample */
function figures(name, sample) {
  if (sample.length === 0) throw new Error(`There is no figure for: ${name}.`);
  const range = `${rounded(Math.min(...sample))}–${rounded(Math.max(...sample))}`;
  return [name, rounded(median(sample)), rounded(quantile(sample, 0.95)), range, String(sample.length)];
}

/** @param {readonly number[]} ours @param {readonly number[]} empty */
function share(ours, empty) {
  return `${rounded(median(ours) - median(empty))} ms`;
}
