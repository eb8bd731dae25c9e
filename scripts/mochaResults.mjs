// @ts-check

/** @typedef {{ passed: number, failed: number, failures: string[] }} Results */

const maxLines = 12;

/**
 * What a run of mocha comes to, to be asked for at its end: its counts and each failure with the head of its error.
 * @param {import('mocha').Runner} runner
 * @returns {() => Results}
 */
export function resultsOf(runner) {
  /** @type {string[]} */
  const failures = [];
  runner.on('fail', (test, error) => {
    const text = error?.stack ?? String(error?.message ?? error);
    failures.push([test.fullTitle(), ...text.split('\n').slice(0, maxLines)].join('\n    '));
  });
  return () => ({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0, failures });
}

/**
 * Adds what one run came to to the sum of several.
 * @param {Results} sum
 * @param {Results} results
 */
export function addResults(sum, { passed, failed, failures }) {
  sum.passed += passed;
  sum.failed += failed;
  sum.failures.push(...failures);
}
