// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { heapMegabytes } from './heap.mjs';

const pause = 200;
/** Megabytes: what a host at rest still moves by. */
const tolerance = 0.03;

/**
 * Waits until the extension host has nothing more to do: its heap stays the same and its timers come in time. Tells
 * whether that came about; a host that always does something is measured as it is.
 */
export async function restingHost() {
  const deadline = performance.now() + 30_000;
  let heap = heapMegabytes();
  for (let quiet = 0; quiet < 8;) {
    if (performance.now() > deadline) return false;
    const start = performance.now();
    await delay(pause);
    const lag = performance.now() - start - pause;
    const now = heapMegabytes();
    quiet = lag < pause / 4 && Math.abs(now - heap) < tolerance ? quiet + 1 : 0;
    heap = now;
  }
  return true;
}
