// @ts-check
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = /** @type {() => void} */ (runInNewContext('gc'));

/** The live heap of this process, in MB (millions of bytes). */
export function heapMegabytes() {
  // One collection can free weak references to what the next one frees.
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed / 1e6;
}
