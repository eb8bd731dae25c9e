// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withLock } from './lock.mjs';

/**
 * @typedef {object} Host A VS Code server, ready to start.
 * @property {string} node The Node.js binary that runs it.
 * @property {string} serverDir The folder with VS Code's `out/server-main.js`.
 * @property {string} modules The host's node_modules folder.
 * @property {string} browser The folder with the host's own Chromium and its libraries.
 * @property {string} fonts The folder with fonts and their fonts.conf.
 */

const here = import.meta.dirname;
const cache = resolve(here, '../../.vscode-test');
const ingredients = [
  'package-lock.json',
  'recipe.mjs',
  'standins/spdlog.cjs',
  'standins/native-watchdog.cjs',
];

/** Why this VS Code cannot run on this machine, in a sentence for a person; undefined if it can. */
export function whyHostCannotRun() {
  const { arch, platform } = process;
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return undefined;
  return (
    `This VS Code runs on Linux (x64 or arm64), not on ${platform} (${arch}). ` +
    'Use a desktop VS Code instead: npm start -- --desktop, npm run test:desktop, or F5.'
  );
}

/**
 * Installs the pinned VS Code host once, under `.vscode-test`, and returns where its parts are.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<Host>}
 */
export async function ensureHost({ log = (line) => console.log(line) } = {}) {
  const hindrance = whyHostCannotRun();
  if (hindrance) throw new Error(hindrance);
  const dir = join(cache, `host-${fingerprint()}`);
  if (!existsSync(dir)) await install(dir, log);
  const modules = join(dir, 'node_modules');
  return {
    node: join(modules, `node-linux-${process.arch}/bin/node`),
    serverDir: join(modules, 'code-server/lib/vscode'),
    modules,
    browser: join(dir, 'browser'),
    fonts: join(dir, 'fonts'),
  };
}

/** Identifies what is installed and how: any change needs a new host. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ingredients) hash.update(readFileSync(join(here, file)));
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} dir @param {(line: string) => void} log */
async function install(dir, log) {
  await mkdir(cache, { recursive: true });
  await withLock(`${dir}.lock`, log, async () => {
    if (existsSync(dir)) return;
    await removeLeftovers();
    const draft = `${dir}.tmp-${process.pid}`;
    await mkdir(draft);
    try {
      const started = performance.now();
      await fill(draft, log);
      await rename(draft, dir);
      log(`VS Code host ready (${Math.round((performance.now() - started) / 1000)} s).`);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  });
}

/** @param {string} draft @param {(line: string) => void} log */
async function fill(draft, log) {
  const { steps } = await import('./recipe.mjs');
  for (const file of ['package.json', 'package-lock.json'])
    await copyFile(join(here, file), join(draft, file));
  for (const [index, step] of steps.entries()) {
    log(`VS Code host ${index + 1}/${steps.length}: ${step.title}…`);
    try {
      await step.run(draft);
    } catch (error) {
      throw new Error(`The VS Code host could not be installed.\n${explain(step.title, error)}`, {
        cause: error,
      });
    }
  }
}

/** @param {string} title @param {unknown} error */
function explain(title, error) {
  const { code, stderr, message } = /** @type {NodeJS.ErrnoException & { stderr?: string }} */ (error);
  if (code === 'ENOENT' && message.includes('npm'))
    return 'npm was not found: put the npm that comes with Node.js on the PATH, then try again.';
  if (code === 'ENOSPC') return 'The disk is full: free about 1.5 GB, then try again.';
  const reason = (stderr || message).trim().split('\n').slice(0, 8).join('\n');
  return (
    `It failed at this step: ${title}.\n${reason}\n` +
    'Next: check that `npm ping` reaches your npm registry, then run the same command again; ' +
    'nothing half-installed was kept.'
  );
}

/** Removes drafts, which only a killed process leaves: under the lock, nobody else works on one. */
async function removeLeftovers() {
  const names = await readdir(cache);
  const drafts = names.filter((name) => /^host-.*\.tmp-\d+$/.test(name));
  await Promise.all(drafts.map((name) => rm(join(cache, name), { recursive: true, force: true })));
}
