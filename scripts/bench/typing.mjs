// @ts-check
import { join } from 'node:path';
import { makeIdleCopy } from './copies.mjs';
import { runInHost } from './hostBench.mjs';
import { rounded, spread } from './statistics.mjs';
import { printTable } from './table.mjs';
import { modulePath } from './workspace.mjs';

const keys = 500;
const targetMs = 1;
/** What goals show up in beside the panel and the status item. */
const switches = [
  'hover.references',
  'hover.lines',
  'documentLinks.enabled',
  'terminalLinks.enabled',
  'codeLens.enabled',
  'explorer.urgentFiles',
  'languageStatus.enabled',
  'statusBar.line',
  'drift.enabled',
];

/**
 * Types with every surface on, and prints what our code takes for a keystroke.
 * @param {import('./run.mjs').Bench} bench
 */
export async function measureTyping(bench) {
  const { own, busy } = /** @type {import('./host/typing.mjs').TypingFigures} */ (
    await runInHost(bench, {
      module: 'typing',
      developed: await makeIdleCopy(bench.extension, join(bench.dir, 'typing')),
      input: { blocks: bench.runs, keys, file: modulePath(0), switches },
    })
  );
  printTable(
    'Typing with everything on, ms per keystroke in the extension host',
    ['', 'median (min–max)', 'n'],
    [
      ['our own code, and what it calls', spread(own), String(own.length)],
      ['everything that runs there', spread(busy), String(busy.length)],
    ],
    `Blocks of ${keys} characters at a fast typist's pace, and the pause behind them, in which VS Code asks for links ` +
      `and lenses. Target for ours: < ${targetMs} ms; the slowest block took ${rounded(Math.max(...own))}.`,
  );
}
