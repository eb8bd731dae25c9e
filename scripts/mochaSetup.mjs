// @ts-check
// What each process that runs mocha tests needs before it reads them: text modules, and the seed of the properties.
import { createRequire } from 'node:module';
import './textModules.mjs';

const variable = 'GOAL_LENS_TEST_SEED';
/** @type {typeof import('fast-check')} */
const fc = createRequire(import.meta.url)('fast-check');

/**
 * Tries the properties with this seed, here and in the processes started from here.
 * @param {number} seed
 */
export function useSeed(seed) {
  process.env[variable] = String(seed);
  fc.configureGlobal({ seed });
}

const given = process.env[variable];
if (given !== undefined) useSeed(Number(given));
