import { rename } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const tries = 5;
const pauseMs = 50;

/** Puts a file in the place of another in one step. @throws the file system's errors */
export async function moveOver(from: string, to: string): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      // On Windows another window or a virus scanner may hold the file for a moment.
      if (left === 0 || process.platform !== 'win32') throw error;
      await delay(pauseMs);
    }
  }
}
