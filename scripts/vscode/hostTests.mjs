// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { linkExtension } from './extensions.mjs';
import { isNoise } from './noise.mjs';
import { startServer } from './server.mjs';

/**
 * @typedef {object} HostTestOptions
 * @property {string} extensionDevelopmentPath The extension's folder.
 * @property {string} extensionTestsPath The module, run in the extension host, whose `run()` runs the tests.
 * @property {readonly string[]} [standIns] Folders of extensions that stand in for others.
 * @property {string} [folder] The folder to open.
 * @property {string} [workspace] The .code-workspace file to open.
 * @property {string} [dataDir] VS Code's data; without it a fresh folder that is removed afterwards.
 * @property {object} [userSettings]
 * @property {boolean} [workspaceTrust] Open the folder in Restricted Mode.
 * @property {NodeJS.ProcessEnv} [env] Extra environment variables for the tests.
 * @property {number} [startTimeout] Milliseconds until the tests must have printed something.
 * @property {number} [timeout] Milliseconds until the tests must have ended.
 * @property {(line: string) => void} [print] Where the tests' console goes.
 */

/**
 * Runs tests inside VS Code's extension host and returns how they ended.
 * @param {HostTestOptions} options
 * @returns {Promise<{ exitCode: number, log: string }>}
 */
export async function runHostTests(options) {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'goal-lens-host-')));
  try {
    const { workspaceTrust = false, userSettings = {}, env = {}, standIns = [] } = options;
    for (const folder of standIns) await linkExtension(folder, { dataDir });
    // The trust prompt would wait for an answer that no test gives.
    const settings = { 'security.workspace.trust.startupPrompt': 'never', ...userSettings };
    const server = await startServer({
      dataDir,
      userSettings: settings,
      workspaceTrust,
      development: true,
      env,
    });
    try {
      return await runInBrowser(server, options);
    } finally {
      await server.stop();
    }
  } finally {
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {import('./server.mjs').Server} server
 * @param {HostTestOptions} options
 */
async function runInBrowser(server, options) {
  const { startTimeout = 60_000, timeout = 600_000, print = (line) => console.log(line) } = options;
  const browser = await launchBrowser();
  const lines = /** @type {string[]} */ ([]);
  /** @type {NodeJS.Timeout[]} */
  const timers = [];
  try {
    const page = await browser.newPage();
    /** @type {Promise<number>} */
    const ended = new Promise((resolve, reject) => {
      /** @param {number} ms @param {string} what */
      const limit = (ms, what) => timers.push(setTimeout(() => void giveUp(what).catch(reject), ms));
      /** @param {string} what */
      const giveUp = async (what) => {
        throw new Error(`${what}\n${await evidence(server, page, consoleLines)}`);
      };
      const consoleLines = /** @type {string[]} */ ([]);
      page.on('console', (message) => consoleLines.push(message.text()));
      page.on('crash', () => void giveUp('The browser page crashed.').catch(reject));
      void server.closed.then(() => giveUp("VS Code's server ended during the tests.")).catch(reject);
      limit(startTimeout, `The tests did not start within ${startTimeout / 1000} s.`);
      limit(timeout, `The tests did not end within ${timeout / 1000} s.`);

      page
        .exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
          const line = format(...args);
          if (isNoise(line)) return;
          clearTimeout(timers[0]);
          lines.push(line);
          print(line);
        })
        .then(() => page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code)))
        .then(() => page.goto(server.url(options)))
        .catch(reject);
    });
    return { exitCode: await ended, log: lines.join('\n') };
  } finally {
    timers.forEach(clearTimeout);
    await browser.close();
  }
}

/**
 * Collects evidence of why there is no result.
 * @param {import('./server.mjs').Server} server
 * @param {import('playwright-core').Page} page
 * @param {string[]} consoleLines
 */
async function evidence({ logFile }, page, consoleLines) {
  const shown = await page.evaluate(() => document.body.innerText.slice(0, 500)).catch(() => '(page gone)');
  const log = await readFile(logFile, 'utf8').catch(() => '');
  return [
    `The page shows: ${shown}`,
    'Its console ended with:',
    ...consoleLines.slice(-15),
    `Server log ${logFile}:`,
    log.slice(-1500),
  ].join('\n');
}
