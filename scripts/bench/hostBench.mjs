// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { linkExtension } from '../vscode/extensions.mjs';
import { runHostTests } from '../vscode/hostTests.mjs';
import { benchModules } from './build.mjs';

/**
 * @typedef {object} HostBenchOptions
 * @property {string} module The name of a module in scripts/bench/host.
 * @property {string} developed The extension that is loaded as one under development.
 * @property {readonly string[]} [installed] The folders of extensions to install.
 * @property {object} [input] What the module gets.
 * @property {number} [timeout] How long it may take, in milliseconds.
 */

/**
 * Runs a module in a fresh extension host on the bench's repository and returns its figures.
 * @param {Pick<import('./run.mjs').Bench, 'dir' | 'folder'>} bench
 * @param {HostBenchOptions} options
 * @returns {Promise<unknown>}
 */
export async function runInHost(
  { dir, folder },
  { module, developed, installed = [], input = {}, timeout = 1_200_000 },
) {
  const dataDir = await mkdtemp(join(dir, 'host-'));
  const output = join(dataDir, 'bench.json');
  for (const extension of installed) await linkExtension(extension, { dataDir });
  const { exitCode, log } = await runHostTests({
    dataDir,
    folder,
    extensionDevelopmentPath: developed,
    extensionTestsPath: join(benchModules, `host/${module}.cjs`),
    startTimeout: 120_000,
    timeout,
    print: () => undefined,
    env: { GOAL_LENS_BENCH: JSON.stringify({ ...input, output }) },
  });
  if (exitCode !== 0) throw new Error(`The module '${module}' failed in the extension host.\n${log}`);
  const measured = JSON.parse(await readFile(output, 'utf8'));
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  return measured;
}
