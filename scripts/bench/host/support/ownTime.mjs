// @ts-check
import { Session } from 'node:inspector/promises';

/** How often V8 looks at what runs, in microseconds. */
const every = 200;

/**
 * Runs something under V8's profiler and tells how many milliseconds of it ran below a function of ours, whatever that
 * called, and how many ran at all.
 * @param {string} folder Where our code is.
 * @param {() => Promise<void>} work
 */
export async function ownTime(folder, work) {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: every });
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    return shares(profile, folder);
  } finally {
    session.disconnect();
  }
}

/** @param {import('node:inspector').Profiler.Profile} profile @param {string} folder */
function shares({ nodes, samples = [], timeDeltas = [] }, folder) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Set<number>} */
  const ours = new Set();
  // A parent stands before its children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.includes(folder)) ours.add(id);
    if (ours.has(id)) for (const child of children) ours.add(child);
  }
  const times = { own: 0, busy: 0 };
  for (const [at, id] of samples.entries()) {
    // A sample stands for the time until the next one.
    const ms = (timeDeltas[at + 1] ?? 0) / 1000;
    if (ours.has(id)) times.own += ms;
    if (byId.get(id)?.callFrame.functionName !== '(idle)') times.busy += ms;
  }
  return times;
}
