// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { extensions } from 'vscode';
import { benchInput, gitIsReady, writeResult } from './support/environment.mjs';
import { heapMegabytes } from './support/heap.mjs';
import { restingHost } from './support/rest.mjs';

/**
 * @typedef {object} Activation
 * @property {number} ms
 * @property {number} cpu Milliseconds that the host's main thread was at work meanwhile; a busy machine adds little.
 * @property {number} heapAtOnce In MB, as the difference to before.
 * @property {number} cpuLater The same once everything has been read; what else the host does meanwhile is in it.
 * @property {number} heapLater After everything has been read.
 * @property {boolean} isResting Nothing else was going on in the host.
 */

/** When memory is measured the second time, in milliseconds: the same moment as for the rivals. */
const later = 5000;

/** Called by VS Code inside the extension host: starts one idle extension and measures the cost. */
export async function run() {
  const { id } = /** @type {{ id: string }} */ (benchInput());
  await gitIsReady();
  const extension = extensions.getExtension(id);
  if (!extension || extension.isActive) throw new Error(`${id} is not there, or not idle.`);

  const isResting = await restingHost();
  const before = heapMegabytes();
  const cpuBefore = cpuMilliseconds();
  const start = performance.now();
  await extension.activate();
  const ms = performance.now() - start;
  const cpu = cpuMilliseconds() - cpuBefore;
  const heapAtOnce = heapMegabytes() - before;
  const readBy = performance.now() + later;
  await delay(readBy - performance.now());
  const cpuLater = cpuMilliseconds() - cpuBefore;
  await writeResult({ ms, cpu, cpuLater, heapAtOnce, heapLater: heapMegabytes() - before, isResting });
}

/** Of this thread; the installed Node.js types lack the call. */
function cpuMilliseconds() {
  const usage = /** @type {() => NodeJS.CpuUsage} */ (Reflect.get(process, 'threadCpuUsage'));
  const { user, system } = usage();
  return (user + system) / 1000;
}
