// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from '../vscode/lock.mjs';
import { copyDatabase, restoreDatabase } from './database.mjs';
import { seedRedmine } from './golden.mjs';
import { redmineRoot, runsDir } from './places.mjs';
import { callRedmine } from './redmineApi.mjs';
import { addRepository } from './repository.mjs';
import { asRedmineUser, makeRedmineFolder, redmineEnvironment } from './redmineUser.mjs';

/**
 * @typedef {object} RedmineOptions
 * @property {number} [port] A fixed port; without it the system picks a free one.
 * @property {string} [basePath] The path below which Redmine is served, such as `/redmine`.
 * @property {string} [dataDir] A folder whose database is kept from start to start; without it every start has the
 *   seeded goals, in a folder that goes with the server.
 * @property {import('./golden.mjs').Language} [language] Other goals than those of the shop, in a language.
 * @property {(line: string) => void} [log] Told what takes time, which is only the first start.
 */

/**
 * @typedef {object} Redmine A running Redmine, which ends with this process at the latest.
 * @property {string} url Without a slash at the end.
 * @property {string} apiKey Of a reporter, who is no administrator.
 * @property {string} adminKey
 * @property {import('./golden.mjs').Seed} seed The ids of what is in it.
 * @property {string} logFile What the server printed, with a line for every request.
 * @property {(method: string, path: string, body?: object) => Promise<any>} adminApi Calls the REST API as the
 *   administrator, such as `adminApi('PUT', '/issues/2.json', { issue: { priority_id: 5 } })`; fails unless it is a
 *   success, and returns the answer's JSON if there is one.
 * @property {(project: string, gitFolder: string) => Promise<void>} addRepository Gives a
 * project a copy of a repository, and reads
 *   the commits in it; `reset` takes it back.
 * @property {() => Promise<void>} reset Takes back every change since the seed, while the server runs.
 * @property {() => Promise<void>} stop Ends the server and all its processes.
 * @property {Promise<void>} closed Settles when the server is gone, for whatever reason.
 */

const startLimit = 60_000;

/**
 * Starts a Redmine on 127.0.0.1, and waits until it answers; installs and seeds it the first time.
 * @param {RedmineOptions} [options]
 * @returns {Promise<Redmine>}
 */
export async function startRedmine({ port = 0, basePath = '', dataDir, language = 'en', log } = {}) {
  const golden = await seedRedmine({ language, ...(log && { log }) });
  const folder = dataDir ?? (await makeRunFolder());
  // The keys of one seed do not open the database of another.
  const database = join(folder, `${golden.name}.sqlite3`);
  await makeRedmineFolder(folder);
  if (!existsSync(database)) await copyDatabase(golden.database, database);

  const logFile = join(folder, 'server.log');
  const server = await spawnServer({ folder, database, logFile, port, basePath });
  const closed = server.closed.then(async () => {
    if (!dataDir) await rm(folder, { recursive: true, force: true });
  });
  const stop = () => {
    server.end();
    return closed;
  };
  try {
    const actualPort = await answeringPort(server, basePath, golden.apiKey);
    const url = `http://127.0.0.1:${actualPort}${basePath}`;
    return {
      url,
      apiKey: golden.apiKey,
      adminKey: golden.adminKey,
      seed: golden.seed,
      logFile,
      adminApi: (method, path, body) => callRedmine(url, golden.adminKey, method, path, body),
      addRepository: (project, gitFolder) =>
        addRepository({ url, key: golden.adminKey, folder }, project, gitFolder),
      reset: () => restoreDatabase(golden.database, database),
      stop,
      closed,
    };
  } catch (error) {
    server.end();
    await server.closed;
    const end = (await readFile(logFile, 'utf8').catch(() => '')).trim().slice(-2000);
    await stop();
    const { message } = /** @type {Error} */ (error);
    const reason = end.includes('Errno::EADDRINUSE')
      ? portInUse(port)
      : `${message}\nIts log ends with:\n${end}`;
    throw new Error(reason, { cause: error });
  }
}

/** @param {number} port */
function portInUse(port) {
  return `Port ${port} is in use: choose another one, or stop what listens there.`;
}

/** A folder for one server, named after this process, so that a later one can recognize leftovers. */
async function makeRunFolder() {
  await mkdir(runsDir, { recursive: true });
  for (const name of await readdir(runsDir))
    if (!isAlive(Number.parseInt(name))) await rm(join(runsDir, name), { recursive: true, force: true });
  return mkdtemp(join(runsDir, `${process.pid}-`));
}

/**
 * @typedef {object} ServerProcess
 * @property {import('node:stream').Readable} output
 * @property {() => void} end
 * @property {Promise<void>} closed
 */

/**
 * @param {{ folder: string, database: string, logFile: string, port: number, basePath: string }} options
 * @returns {Promise<ServerProcess>}
 */
async function spawnServer({ folder, database, logFile, port, basePath }) {
  // Redmine's user may not be able to read files of the checkout.
  const rackup = join(folder, 'config.ru');
  await copyFile(join(import.meta.dirname, 'config.ru'), rackup);
  const address = `tcp://127.0.0.1:${port}`;
  const puma = ['puma', '--environment', 'production', '--bind', address, '--threads', '1:4', rackup];
  const supervisor = resolve(import.meta.dirname, '../vscode/supervisor.mjs');
  const child = spawn(process.execPath, [supervisor, ...asRedmineUser(...puma)], {
    cwd: redmineRoot,
    // The supervisor ends its whole group when its standard input closes, at the latest when this process ends.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: redmineEnvironment(database, {
      RAILS_LOG_TO_STDOUT: '1',
      ...(basePath && { RAILS_RELATIVE_URL_ROOT: basePath }),
    }),
  });
  const file = createWriteStream(logFile);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const closed = once(child, 'close').then(() => new Promise((done) => file.end(done)));
  return { output: child.stdout, end: () => child.stdin.end(), closed };
}

/**
 * The port on which a request gets the expected answer.
 * @param {ServerProcess} server @param {string} basePath @param {string} key
 */
async function answeringPort({ output, closed }, basePath, key) {
  const limit = new AbortController();
  const late = delay(startLimit, undefined, { signal: limit.signal }).then(() => {
    throw new Error(`Redmine did not answer within ${startLimit / 1000} s.`);
  });
  const gone = closed.then(() => {
    throw new Error('Redmine ended before it answered.');
  });
  const answering = listeningPort(output).then(async (port) => {
    await callRedmine(`http://127.0.0.1:${port}${basePath}`, key, 'GET', '/users/current.json');
    return port;
  });
  // The losers of the race may still fail later, when nobody listens any more.
  for (const one of [late, gone, answering]) one.catch(() => {});
  try {
    return await Promise.race([answering, late, gone]);
  } finally {
    limit.abort();
  }
}

/**
 * @param {import('node:stream').Readable} output
 * @returns {Promise<number>}
 */
function listeningPort(output) {
  return new Promise((settle) => {
    createInterface({ input: output }).on('line', (line) => {
      const port = /Listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port) settle(Number(port));
    });
  });
}
