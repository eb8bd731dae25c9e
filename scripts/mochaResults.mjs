// @ts-check
import { relative } from 'node:path';

/**
 * @typedef {{ passed: number, failed: number, failures: string[], retried: string[], seconds: Record<string, number> }} Results
 * `seconds` is what the tests of each file took, with their hooks.
 */

const maxLines = 12;

/** @returns {Results} The results of a run in which nothing ran. */
export function noResults() {
  return { passed: 0, failed: 0, failures: [], retried: [], seconds: {} };
}

/**
 * Follows a mocha run; call the result when it ends. It returns the counts and the tests that failed, finally or at
 * first, with the start of their errors.
 * @param {import('mocha').Runner} runner
 * @returns {() => Results}
 */
export function resultsOf(runner) {
  /** @type {string[]} */
  const failures = [];
  /** @type {string[]} */
  const retried = [];
  /** @type {Record<string, number>} */
  const seconds = {};
  for (const event of ['test end', 'hook end']) {
    runner.on(event, ({ file = '', duration = 0 }) => {
      const name = relative(process.cwd(), file);
      seconds[name] = (seconds[name] ?? 0) + duration / 1000;
    });
  }
  runner.on('fail', (test, error) => failures.push(told(test, error)));
  runner.on('retry', (test, error) => retried.push(told(test, error)));
  return () => ({
    passed: runner.stats?.passes ?? 0,
    failed: runner.stats?.failures ?? 0,
    failures,
    retried,
    seconds,
  });
}

/** @param {import('mocha').Runnable} test @param {Error} error */
function told(test, error) {
  const text = error?.stack ?? String(error?.message ?? error);
  return [test.fullTitle(), ...text.split('\n').slice(0, maxLines)].join('\n    ');
}

/**
 * Adds the results of one run to a sum.
 * @param {Results} sum
 * @param {Results} results
 */
export function addResults(sum, { passed, failed, failures, retried, seconds }) {
  sum.passed += passed;
  sum.failed += failed;
  sum.failures.push(...failures);
  sum.retried.push(...retried);
  Object.assign(sum.seconds, seconds);
}
