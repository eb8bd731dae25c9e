// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { serverEnvironment } from './environment.mjs';
import { extensionsFolder } from './extensions.mjs';
import { ensureHost } from './install.mjs';
import { quietSettings, settingsFile, writeSettings } from './settings.mjs';
import { workbenchUrl } from './url.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir Where VS Code keeps settings, state, logs and extensions.
 * @property {string} [extensionsDir] Installed extensions; `<dataDir>/extensions` without it.
 * @property {object} [userSettings] User settings, on top of the quiet ones; without it an existing file is kept.
 * @property {object} [machineSettings] Settings of the server's machine.
 * @property {boolean} [workspaceTrust] Ask whether a folder is trusted, as VS Code does by itself.
 * @property {number} [port] A fixed port; without it the system picks a free one.
 * @property {string} [connectionToken] Required of every visitor when given.
 * @property {boolean} [development] Honour extensionDevelopmentPath and extensionTestsPath. VS Code ties that to a
 *   mode for automated tests, in which it shows no notification toasts and answers some dialogs by itself.
 * @property {NodeJS.ProcessEnv} [env] Extra environment variables, which extensions see too.
 */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} logFile What the server printed.
 * @property {(target?: import('./url.mjs').Target) => string} url The address of a workbench.
 * @property {() => Promise<void>} stop Ends the server and all its processes.
 * @property {Promise<void>} closed Settles when the server is gone, for whatever reason.
 */

/**
 * Starts a VS Code server for this machine only, and waits until it answers.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const host = await ensureHost();
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  await writeAllSettings(dataDir, options);

  const logFile = join(dataDir, 'server.log');
  const supervisor = join(import.meta.dirname, 'supervisor.mjs');
  const child = spawn(process.execPath, [supervisor, host.node, ...serverArguments(host, dataDir, options)], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: serverEnvironment(options.env),
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const closed = once(child, 'close').then(() => new Promise((done) => log.end(done)));
  const stop = () => {
    child.stdin.end();
    return closed;
  };

  const port = await Promise.race([listeningPort(child.stdout, child.stderr), closed.then(() => undefined)]);
  if (!port) {
    await stop();
    throw new Error(await startFailure(logFile, options.port));
  }
  const authority = `127.0.0.1:${port}`;
  return {
    port,
    logFile,
    url: (target = {}) => workbenchUrl(authority, { connectionToken: options.connectionToken, ...target }),
    closed,
    stop,
  };
}

/** @param {string} dataDir @param {ServerOptions} options */
async function writeAllSettings(dataDir, { userSettings, machineSettings }) {
  if (userSettings || !existsSync(settingsFile(dataDir, 'User')))
    await writeSettings(dataDir, 'User', { ...quietSettings, ...userSettings });
  if (machineSettings) await writeSettings(dataDir, 'Machine', machineSettings);
}

/** @param {import('./install.mjs').Host} host @param {string} dataDir @param {ServerOptions} options */
function serverArguments(host, dataDir, options) {
  return [
    join(host.serverDir, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...['--server-data-dir', dataDir, '--extensions-dir', extensionsFolder({ ...options, dataDir })],
    ...(options.connectionToken
      ? ['--connection-token', options.connectionToken]
      : ['--without-connection-token']),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    '--accept-server-license-terms',
    '--disable-telemetry',
    ...(options.development ? ['--enable-smoke-test-driver'] : []),
  ];
}

/**
 * The port the server says it listens on; undefined if it reports a failure or stays silent for long.
 * @param {import('node:stream').Readable} stdout
 * @param {import('node:stream').Readable} stderr
 * @returns {Promise<number | undefined>}
 */
function listeningPort(stdout, stderr) {
  return new Promise((settle) => {
    const limit = setTimeout(() => settle(undefined), 60_000);
    /** @param {string} line */
    const read = (line) => {
      const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
      // A server that fails to listen says so but does not exit.
      if (!port && !line.includes('Error: listen ')) return;
      clearTimeout(limit);
      settle(port ? Number(port) : undefined);
    };
    for (const input of [stdout, stderr]) createInterface({ input }).on('line', read);
  });
}

/** @param {string} logFile @param {number} [port] */
async function startFailure(logFile, port) {
  const log = await readFile(logFile, 'utf8').catch(() => '');
  if (log.includes('EADDRINUSE'))
    return `Port ${port} is in use: choose another one, or stop what listens there.`;
  return `VS Code's server did not start. Its log, ${logFile}, ends with:\n${log.slice(-2000)}`;
}
