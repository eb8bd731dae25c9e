// @ts-check
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs the work while this process holds the lock file; waits for a live holder and replaces a dead one.
 * @param {string} file
 * @param {(line: string) => void} log
 * @param {() => Promise<void>} work
 */
export async function withLock(file, log, work) {
  let announced = false;
  while (!(await take(file))) {
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (!holder) continue;
    if (!isAlive(holder)) {
      await rm(file, { force: true });
      continue;
    }
    if (!announced) log(`Waiting for another process (${holder}) that holds ${file}…`);
    announced = true;
    await delay(200);
  }
  try {
    await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function take(file) {
  const own = `${file}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    // A link appears together with its content, so nobody ever reads a lock without a holder.
    await link(own, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * Whether a process is running.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
