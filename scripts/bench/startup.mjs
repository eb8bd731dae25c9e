// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../vscode/browser.mjs';
import { linkExtension } from '../vscode/extensions.mjs';
import { startServer } from '../vscode/server.mjs';
import { openWorkbench, runCommand } from '../vscode/workbench.mjs';
import { makeEmptyExtension } from './copies.mjs';
import { ratio, spread } from './statistics.mjs';
import { printTable } from './table.mjs';

/** @typedef {import('playwright-core').Browser} Browser */

/**
 * Starts VS Code afresh several times and prints the start times that it reports for its extensions.
 * @param {import('./run.mjs').Bench} bench
 */
export async function measureStartup(bench) {
  const subjects = [
    { name: 'Goal Lens', isRow: /^Goal Lens/, ms: /** @type {number[]} */ ([]) },
    { name: 'empty extension', isRow: /^(empty|.+\.empty)$/, ms: /** @type {number[]} */ ([]) },
    { name: 'vscode.git', isRow: /^(Git|vscode\.git)$/, ms: /** @type {number[]} */ ([]) },
  ];
  const browser = await launchBrowser();
  try {
    for (let run = 0; run < bench.runs; run++) {
      const rows = subjects.map(({ isRow }) => isRow);
      const times = await startOnce(bench, browser, run, rows);
      for (const [index, { ms }] of subjects.entries()) ms.push(times[index] ?? NaN);
    }
  } finally {
    await browser.close();
  }
  const empty = subjects[1]?.ms ?? [];
  printTable(
    'Activation at start-up, as Developer: Show Running Extensions shows it (load and call)',
    ['', 'ms', '× empty', 'n'],
    subjects.map(({ name, ms }) => [name, spread(ms), ratio(ms, empty), String(ms.length)]),
    'All three start in the same window. Target: at most 3 × the empty extension.',
  );
}

/**
 * The times of the extensions whose names match, in one fresh window.
 * @param {import('./run.mjs').Bench} bench
 * @param {Browser} browser
 * @param {number} run
 * @param {readonly RegExp[]} names
 */
async function startOnce({ dir, extension, folder }, browser, run, names) {
  const dataDir = await mkdtemp(join(dir, 'startup-'));
  // Alternately before and after ours in the alphabet, in case VS Code starts extensions in that order.
  const publisher = run % 2 === 0 ? 'aaa' : 'zzz';
  const activationEvents = ['onStartupFinished'];
  const empty = await makeEmptyExtension(join(dataDir, 'empty'), { publisher, activationEvents });
  for (const each of [extension, empty]) await linkExtension(each, { dataDir });
  const server = await startServer({ dataDir });
  try {
    const viewport = { width: 1280, height: 4000 };
    const page = await openWorkbench(browser, server.url({ folder }), { viewport });
    await runCommand(page, 'Developer: Show Running Extensions');
    const times = [];
    for (const name of names) times.push(await timeOf(page, name));
    await page.context().close();
    return times;
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {import('playwright-core').Page} page @param {RegExp} name */
async function timeOf(page, name) {
  const row = page
    .locator('.runtime-extensions-editor .monaco-list-row')
    .filter({ has: page.locator('.name', { hasText: name }) });
  const text = await row.locator('.activation-time', { hasText: /\d+ms$/ }).innerText();
  return Number(/(\d+)ms$/.exec(text)?.[1]);
}
