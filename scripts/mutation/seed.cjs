// @ts-check
// A mutant is killed by the change, not by the dice: the same cases for every one of them, and fewer than in the suite.
const process = require('node:process');
const properties = require('fast-check');

const fewCases = 30;
/** What a test that asks for hundreds or thousands of cases gets here: they would be made again for each mutant. */
const manyCases = 60;

process.env['GLOB_CASES'] = String(manyCases);
properties.configureGlobal({ seed: 20261123, numRuns: fewCases });

/** @param {number | { numRuns?: number } | undefined} parameters */
const limited = (parameters) =>
  typeof parameters === 'number'
    ? Math.min(parameters, manyCases)
    : { ...parameters, numRuns: Math.min(parameters?.numRuns ?? fewCases, manyCases) };

const fewer = {
  ...properties,
  assert: (/** @type {any} */ property, /** @type {any} */ parameters) =>
    properties.assert(property, limited(parameters)),
  sample: (/** @type {any} */ source, /** @type {any} */ parameters) =>
    properties.sample(source, limited(parameters)),
};
const loaded = require.cache[require.resolve('fast-check')];
if (!loaded) throw new Error('fast-check was not loaded by require, so its cases cannot be limited.');
loaded.exports = { ...fewer, default: fewer, __esModule: true };
