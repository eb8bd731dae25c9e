// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildHostTests } from './buildHostTests.mjs';
import { expectAtMost, readCommandLine, wrongUsage } from './commandLine.mjs';
import { hostSuites, withWorkspace } from './hostSuites.mjs';
import { projectRoot } from './install.mjs';
import { addResults, noResults } from './mochaResults.mjs';

/** @typedef {import('./hostSuites.mjs').HostSuite} HostSuite */
/** @typedef {import('./hostSuites.mjs').HostWorkspace} HostWorkspace */

/**
 * Runs the extension-host suites that the command line asks for, one VS Code after the other, and writes their results
 * to out/results/host.json.
 * @param {string} script How the command is called.
 * @param {(suite: HostSuite, workspace: HostWorkspace, env: Record<string, string>) => Promise<unknown>} runSuite
 *   Opens the workspace in a VS Code with that environment and runs the tests.
 */
export async function runHostSuites(script, runSuite) {
  const names = hostSuites.map(({ name }) => name);
  const usage = `npm run ${script} -- [SUITE]
  SUITE        run only this suite (${names.join(', ')})
  -h, --help   print this`;
  const { positionals } = readCommandLine(usage, {});
  expectAtMost(positionals, 1);
  const [only] = positionals;
  if (only !== undefined && !names.includes(only))
    wrongUsage(`There is no suite '${only}': choose from ${names.join(', ')}`);

  const results = join(projectRoot, 'out/results');
  await mkdir(results, { recursive: true });
  await buildHostTests();

  const totals = noResults();
  for (const suite of hostSuites.filter(({ name }) => only === undefined || name === only)) {
    console.log(`\n  Extension host: ${suite.name}`);
    const file = join(results, `host-${suite.name}.json`);
    await rm(file, { force: true });
    const env = { GOAL_LENS_SUITE: suite.name, GOAL_LENS_RESULTS: file };
    try {
      /** @type {unknown} */
      let fault;
      await withWorkspace(suite, (workspace) =>
        runSuite(suite, workspace, { ...workspace.env, ...env }).catch((error) => void (fault = error)),
      );
      const written = await readFile(file, 'utf8').catch(() => undefined);
      /** @type {import('./mochaResults.mjs').Results} */
      const found = written === undefined ? noResults() : JSON.parse(written);
      addResults(totals, found);
      // A desktop VS Code also exits with an error if tests failed, and then the tests say more.
      if (found.failed === 0 && (fault || !written)) throw fault ?? new Error('VS Code left no results.');
    } catch (error) {
      // A suite that cannot start or does not end is a failure, never silently skipped.
      console.error(error);
      const failures = [`Extension host: ${suite.name}\n    ${error}`];
      addResults(totals, { ...noResults(), failed: 1, failures });
    }
  }
  await writeFile(join(results, 'host.json'), JSON.stringify(totals));
  process.exitCode = totals.failed === 0 ? 0 : 1;
}
