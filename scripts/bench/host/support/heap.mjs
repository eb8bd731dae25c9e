// @ts-check
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = /** @type {() => void} */ (runInNewContext('gc'));

/** What is alive in this process's heap, in MB (of a million bytes). */
export function heapMegabytes() {
  // What one collection frees can hold weakly what the next one frees.
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed / 1e6;
}
