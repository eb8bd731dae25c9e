// @ts-check
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { copyDatabase, restoreDatabase } from './database.mjs';
import { seedRedmine } from './golden.mjs';
import { backgroundDir, backgroundFile } from './places.mjs';

/**
 * @typedef {Pick<import('./redmineServer.mjs').Redmine, 'url' | 'apiKey' | 'adminKey' | 'seed' | 'logFile'>
 *   & { pid: number }} BackgroundRedmine
 */

const holder = join(import.meta.dirname, 'background.mjs');

/**
 * The Redmine that runs in the background; undefined if there is none.
 * @returns {Promise<BackgroundRedmine | undefined>}
 */
export async function findBackground() {
  if (!existsSync(backgroundFile)) return undefined;
  const state = JSON.parse(await readFile(backgroundFile, 'utf8'));
  // After a crash the process id may belong to another process.
  const commandLine = await readFile(`/proc/${state.pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.includes('background.mjs') ? state : undefined;
}

/**
 * Starts a Redmine that outlives this process, with the data of its last run.
 * @param {{ port: number, basePath: string, log: (line: string) => void }} options
 * @returns {Promise<BackgroundRedmine>}
 */
export async function startBackground({ port, basePath, log }) {
  const child = fork(holder, [String(port), basePath], { detached: true, stdio: 'ignore' });
  try {
    return await new Promise((settle, fail) => {
      child.on('message', (/** @type {any} */ { line, state, failure }) => {
        if (line) log(line);
        if (state) settle(state);
        if (failure) fail(new Error(failure));
      });
      child.on('exit', () => fail(new Error('Redmine ended before it answered.')));
    });
  } finally {
    if (child.connected) child.disconnect();
    child.unref();
  }
}

/** Stops the background Redmine and waits until it is gone; returns whether there was one. */
export async function stopBackground() {
  const running = await findBackground();
  if (!running) return false;
  process.kill(running.pid, 'SIGTERM');
  for (let waited = 0; await findBackground(); waited += 50) {
    // Its server ends with it in any case.
    if (waited === 10_000) process.kill(running.pid, 'SIGKILL');
    await delay(50);
  }
  await rm(backgroundFile, { force: true });
  return true;
}

/**
 * Restores the background Redmine's seeded goals, whether it runs or not.
 * @param {(line: string) => void} log
 */
export async function resetBackground(log) {
  const golden = await seedRedmine({ log });
  const running = await findBackground();
  if (running && running.apiKey !== golden.apiKey)
    throw new Error('The seed has changed since Redmine was started: stop it, then start it again.');
  const database = join(backgroundDir, `${golden.name}.sqlite3`);
  if (running) await restoreDatabase(golden.database, database);
  else if (existsSync(database)) await copyDatabase(golden.database, database);
}
