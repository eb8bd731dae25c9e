// @ts-check
import { runInHost } from './hostBench.mjs';
import { quantile, rounded, spread } from './statistics.mjs';
import { printTable } from './table.mjs';
import { modulePath } from './workspace.mjs';

/** @typedef {import('./host/typing.mjs').TypingFigures} TypingFigures */

/**
 * Types 500 characters into a file and into the commit box, with all that can be switched on and with nothing of it, and
 * prints what a keystroke costs.
 * @param {import('./run.mjs').Bench} bench
 */
export async function measureTyping(bench) {
  const runs = /** @type {{ figures: TypingFigures[] }[]} */ ([]);
  for (let run = 0; run < bench.runs; run++) {
    const input = { file: modulePath(run) };
    runs.push(
      /** @type {{ figures: TypingFigures[] }} */ (
        await runInHost(bench, { module: 'typing', developed: bench.extension, input })
      ),
    );
  }
  const rows = (runs[0]?.figures ?? []).map(({ place, isOn }, index) => {
    const same = runs.flatMap(({ figures }) => figures[index] ?? []);
    const means = same.map(({ ours }) => ours.reduce((sum, ms) => sum + ms, 0) / ours.length);
    const each = same.flatMap(({ ours }) => ours);
    return [
      `${place}, everything ${isOn ? 'on' : 'off'}`,
      spread(means),
      rounded(quantile(each, 0.95)),
      rounded(Math.max(...each)),
      spread(same.map(({ all }) => all)),
      String(means.length),
    ];
  });
  printTable(
    'Typing 500 characters: at work in the extension host, ms a keystroke',
    ['', 'ours', 'p95', 'longest', 'the whole host', 'n'],
    rows,
    'Target: < 1 ms of ours. The last keystroke has what follows within three seconds.',
  );
}
