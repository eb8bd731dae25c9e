// @ts-check
import { join } from 'node:path';
import { makeEmptyExtension, makeIdleCopy } from './copies.mjs';
import { runInHost } from './hostBench.mjs';
import { median, ratio, rounded, spread } from './statistics.mjs';
import { printTable } from './table.mjs';

/** @typedef {import('./host/activation.mjs').Activation} Activation */

/**
 * Starts ours and the empty extension manually, in alternating fresh hosts, and prints time and memory.
 * @param {import('./run.mjs').Bench} bench
 */
export async function measureActivation(bench) {
  const dir = join(bench.dir, 'idle');
  const driver = await makeEmptyExtension(join(dir, 'driver'), { publisher: 'driver' });
  const ours = await makeIdleCopy(bench.extension, join(dir, 'ours'));
  const empty = await makeEmptyExtension(join(dir, 'empty'));
  const subjects = [
    { name: 'Goal Lens', id: 'goal-lens.goal-lens', samples: /** @type {Activation[]} */ ([]) },
    { name: 'empty extension', id: 'bench.empty', samples: /** @type {Activation[]} */ ([]) },
  ];
  for (let run = 0; run < bench.runs; run++) {
    for (const { id, samples } of run % 2 === 0 ? subjects : subjects.toReversed()) {
      const measured = await runInHost(bench, {
        module: 'activation',
        developed: driver,
        installed: [ours, empty],
        input: { id },
      });
      samples.push(/** @type {Activation} */ (measured));
    }
  }
  const restless = subjects.flatMap(({ samples }) => samples).filter(({ isResting }) => !isResting);
  const [mine, floor] = subjects.map(({ samples }) => ({
    ms: samples.map(({ ms }) => ms),
    cpu: samples.map(({ cpu }) => cpu),
    cpuLater: samples.map(({ cpuLater }) => cpuLater),
    heapAtOnce: samples.map(({ heapAtOnce }) => heapAtOnce),
    heapLater: samples.map(({ heapLater }) => heapLater),
  }));
  if (!mine || !floor) return;
  const rows = [mine, floor].map(({ ms, cpu, cpuLater, heapAtOnce, heapLater }, index) => [
    subjects[index]?.name ?? '',
    spread(ms),
    spread(cpu),
    spread(cpuLater),
    spread(heapAtOnce),
    spread(heapLater),
    String(ms.length),
  ]);
  printTable(
    'Activation, deferred: an idle extension is started by hand, once in each fresh host, by turns',
    [
      '',
      'ms',
      'of it: at work, ms',
      'at work until all is read, ms',
      'heap + MB at once',
      'heap + MB after 5 s, all read',
      'n',
    ],
    rows,
    `Activation ${ratio(mine.ms, floor.ms)} the empty extension (target: at most 3 ×), at work ${ratio(mine.cpu, floor.cpu)}; ` +
      `heap ${rounded(median(mine.heapLater))} MB (target: at most 2 MB).` +
      (restless.length > 0 ? ` In ${restless.length} hosts something else was going on.` : ''),
  );
}
