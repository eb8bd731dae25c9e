// @ts-check
// Runs the Redmine that `redmine.mjs start` leaves behind until it is told to end: background.mjs <port> <base path>
import { rm, writeFile } from 'node:fs/promises';
import { backgroundDir, backgroundFile } from './places.mjs';
import { startRedmine } from './redmineServer.mjs';

const [port, basePath = ''] = process.argv.slice(2);
/** @param {object} message */
const tell = (message) => process.send?.(message);

try {
  const redmine = await startRedmine({
    port: Number(port),
    basePath,
    dataDir: backgroundDir,
    log: (line) => tell({ line }),
  });
  const { url, apiKey, adminKey, seed, logFile } = redmine;
  const state = { pid: process.pid, url, apiKey, adminKey, seed, logFile };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void redmine.stop());
  await writeFile(backgroundFile, JSON.stringify(state), { mode: 0o600 });
  tell({ state });
  await redmine.closed;
  await rm(backgroundFile, { force: true });
} catch (error) {
  tell({ failure: /** @type {Error} */ (error).message });
  process.exitCode = 1;
}
if (process.connected) process.disconnect();
