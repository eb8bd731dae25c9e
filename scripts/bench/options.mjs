// @ts-check
import { parseArgs } from 'node:util';

/** The names of the series, in the order in which they run. */
export const seriesNames = /** @type {const} */ ([
  'sizes',
  'pure',
  'activation',
  'startup',
  'panel',
  'history',
  'rest',
]);

/** @typedef {typeof seriesNames[number]} SeriesName */
/** @typedef {{ runs: number, only: readonly SeriesName[] }} BenchOptions */

/**
 * Reads the command line; throws where it makes no sense, and says why.
 * @param {string[]} args
 * @returns {BenchOptions}
 */
export function parseOptions(args) {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string', default: '7' }, only: { type: 'string', multiple: true } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 on.');
  const only = seriesNames.filter((name) => values.only?.includes(name) ?? true);
  const unknown = values.only?.find((name) => !only.some((known) => known === name));
  if (unknown !== undefined)
    throw new Error(`There is no series '${unknown}': choose from ${seriesNames.join(', ')}.`);
  return { runs, only };
}
