// @ts-check
import { Session } from 'node:inspector/promises';

/** @typedef {import('node:inspector').Profiler.Profile} Profile */
/** @typedef {{ at: number, ms: number, isOurs: boolean }} Slice A moment at which the host's main thread was at work. */

/** How often the profiler looks, in microseconds. */
const interval = 100;

/** What V8 calls the time in which the thread does nothing of its own. */
const idle = new Set(['(idle)', '(program)']);

/**
 * Has V8 watch the main thread of this host while something runs.
 * @param {string} folder What runs below a function of a file in it is ours.
 * @param {() => Promise<void>} work
 * @returns {Promise<Slice[]>} `at` is by the clock of `process.hrtime`, in milliseconds.
 */
export async function profiled(folder, work) {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval });
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    return slices(profile, folder);
  } finally {
    session.disconnect();
  }
}

/** @param {Profile} profile @param {string} folder */
function slices({ nodes, samples = [], timeDeltas = [], startTime }, folder) {
  const ours = /** @type {Set<number>} */ (new Set());
  const resting = /** @type {Set<number>} */ (new Set());
  // A node comes before its children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (idle.has(callFrame.functionName)) resting.add(id);
    if (callFrame.url.includes(folder)) ours.add(id);
    if (ours.has(id)) for (const child of children) ours.add(child);
  }
  let at = startTime;
  return samples.flatMap((id, index) => {
    // A delta is the time since the sample before: what ran until then.
    at += timeDeltas[index] ?? 0;
    const ms = (timeDeltas[index + 1] ?? 0) / 1000;
    return resting.has(id) ? [] : [{ at: at / 1000, ms, isOurs: ours.has(id) }];
  });
}
