// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { heapMegabytes } from './heap.mjs';

const pause = 200;
/** How much the heap of an idle host still varies, in MB. */
const tolerance = 0.03;

/**
 * Waits until the extension host is idle: its heap is stable and its timers fire on time. Returns whether that
 * happened; a host that is never idle is measured as it is.
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
