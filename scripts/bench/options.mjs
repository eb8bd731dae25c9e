// @ts-check
import { expectAtMost, readCommandLine, wholeNumber, wrongUsage } from '../commandLine.mjs';

/** The names of the series, in running order. */
const seriesNames = /** @type {const} */ ([
  'sizes',
  'pure',
  'activation',
  'startup',
  'agents',
  'panel',
  'typing',
  'history',
  'report',
  'rest',
  'soak',
  'references',
]);

/** @typedef {typeof seriesNames[number]} SeriesName */
/** @typedef {{ runs: number, only: readonly SeriesName[], seconds: number, control: boolean, repositories?: string }} BenchOptions */

const usage = `npm run bench -- [options]
  --runs N        measure everything N times (default: 7)
  --only SERIES   run only this series; may be given more than once
                  (${seriesNames.join(', ')})
                  'soak' runs only where it is asked for
  --seconds N     how long the soak lasts (default: 300)
  --control       soak without Goal Lens, to tell what VS Code itself holds
  --repositories DIR
                  clones of public repositories for the series 'references'
  -h, --help      print this`;

/**
 * Parses the command line of the benchmarks.
 * @returns {BenchOptions}
 */
export function readBenchOptions() {
  const { values, positionals } = readCommandLine(usage, {
    runs: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '300' },
    control: { type: 'boolean', default: false },
    repositories: { type: 'string' },
  });
  expectAtMost(positionals, 0);
  const only = seriesNames.filter((name) => values.only?.includes(name) ?? name !== 'soak');
  const unknown = values.only?.find((name) => !only.some((known) => known === name));
  if (unknown !== undefined)
    wrongUsage(`There is no series '${unknown}': choose from ${seriesNames.join(', ')}`);
  const { repositories } = values;
  return {
    runs: wholeNumber('--runs', values.runs, 1),
    only,
    ...(repositories && { repositories }),
    seconds: wholeNumber('--seconds', values.seconds, 1),
    control: values.control,
  };
}
