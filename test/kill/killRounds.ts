import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'esbuild';
import { targets } from './targets';

/** A program that begins within milliseconds, so that most of a round is writing. */
export async function buildVictim(folder: string): Promise<string> {
  const outfile = join(folder, 'victim.js');
  await build({
    entryPoints: [join(__dirname, 'victim.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    loader: { '.sh': 'text' },
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * One round: a process writes, is killed in the middle of its third writing with all that it started, and what it wrote
 * is looked at. Answers with how many writings it had told of.
 *
 * @param phase where in the writing it is killed, from 0 to 1, as far as the second one foretells how long it takes
 */
export async function killRound(victim: string, name: string, phase: number): Promise<number> {
  const target = targets[name];
  if (!target) throw new Error(`There is no target ${name}.`);
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'goal-lens kill ')));
  try {
    await target.prepare(folder);
    const last = await killWhileWriting(victim, name, folder, phase);
    await target.check(folder, last);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    return last;
  } catch (error) {
    throw new Error(`${name}, killed at ${phase}; what it left is in ${folder}`, { cause: error });
  }
}

async function killWhileWriting(
  victim: string,
  name: string,
  folder: string,
  phase: number,
): Promise<number> {
  // A group of its own, so that a running git is killed as well, as when the machine loses its power.
  const child = fork(victim, [name, folder], { detached: true });
  const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  try {
    const times: number[] = [];
    await new Promise<void>((resolve, reject) => {
      child.on('message', () => {
        times.push(performance.now());
        if (times.length >= 3) resolve();
      });
      child.once('exit', () => reject(new Error('It ended by itself.')));
    });
    const [, before = 0, now = 0] = times;
    await delay((now - before) * phase);
    if (child.exitCode !== null) throw new Error('It ended by itself.');
    return await new Promise((resolve) => {
      // What it told before its end is still heard.
      void ended.then(() => resolve(times.length - 1));
      killGroup(child.pid);
    });
  } finally {
    if (child.exitCode === null && child.signalCode === null) killGroup(child.pid);
    await ended;
  }
}

function killGroup(pid: number | undefined): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}
