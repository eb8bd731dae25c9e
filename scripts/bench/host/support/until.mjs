// @ts-check
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until a condition holds; names the condition if it times out.
 * @param {string} what
 * @param {() => boolean} check
 * @param {number} [timeout] Milliseconds.
 */
export async function until(what, check, timeout = 30_000) {
  const deadline = performance.now() + timeout;
  while (!check()) {
    if (performance.now() > deadline) throw new Error(`Not within ${timeout / 1000} s: ${what}.`);
    await delay(20);
  }
}
