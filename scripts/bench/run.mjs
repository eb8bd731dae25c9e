// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureActivation } from './activation.mjs';
import { measureAgents } from './agents.mjs';
import { buildBench } from './build.mjs';
import { benchHistoryIndex } from './historyIndex.mjs';
import { filesFor, measurePanel } from './panel.mjs';
import { measurePure } from './pure.mjs';
import { benchReferences } from './references.mjs';
import { benchReport } from './report.mjs';
import { benchRest } from './rest.mjs';
import { printSizes } from './sizes.mjs';
import { measureSoak, soakFiles } from './soak.mjs';
import { measureStartup } from './startup.mjs';
import { measureTyping } from './typing.mjs';
import { makeBenchWorkspace } from './workspace.mjs';

/**
 * @typedef {object} Bench What a series works with.
 * @property {number} runs
 * @property {number} seconds How long the soak lasts.
 * @property {boolean} control Whether it goes without Goal Lens.
 * @property {string} dir A folder for whatever the series needs; it is removed at the end.
 * @property {string} extension The folder of the extension, as a person gets it.
 * @property {string} vsix
 * @property {string} folder The repository that the windows open.
 * @property {string} [repositories] Clones of public repositories.
 */

/** @type {Readonly<Record<import('./options.mjs').SeriesName, (bench: Bench) => Promise<void>>>} */
const series = {
  sizes: printSizes,
  pure: measurePure,
  activation: measureActivation,
  startup: measureStartup,
  agents: measureAgents,
  panel: measurePanel,
  typing: measureTyping,
  history: () => benchHistoryIndex(),
  report: () => benchReport(),
  rest: () => benchRest(),
  soak: measureSoak,
  references: ({ repositories }) => benchReferences({ repositories }),
};

/**
 * Runs the series one after the other and tells whether all could be measured.
 * @param {import('./options.mjs').BenchOptions} options
 */
export async function runBench({ runs, only, seconds, control, repositories }) {
  const dir = await mkdtemp(join(tmpdir(), 'goal-lens-bench-'));
  const failed = [];
  try {
    const folder = await makeBenchWorkspace(
      dir,
      Math.max(filesFor(runs), only.includes('soak') ? soakFiles : 0),
    );
    const bench = {
      runs,
      seconds,
      control,
      dir,
      folder,
      ...(repositories && { repositories }),
      ...(await buildBench(dir)),
    };
    console.log(`\nNode ${process.version}, ${process.platform}, ${cpus().length} cores; ${runs} runs.`);
    console.log('Figures are medians (min–max); they move with the machine, ratios hardly do.');
    for (const name of only) {
      warnIfBusy(name);
      try {
        await series[name](bench);
      } catch (error) {
        console.error(`\nThe series '${name}' could not be measured.`, error);
        failed.push(name);
      }
    }
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
  if (failed.length > 0) console.error(`\nNot measured: ${failed.join(', ')}.`);
  return failed.length === 0;
}

/** @param {string} name */
function warnIfBusy(name) {
  const [load = 0] = loadavg();
  if (load > cpus().length * 0.75)
    console.log(
      `\nThe machine is busy (load ${load.toFixed(1)}): only the ratios of '${name}' say something.`,
    );
}
