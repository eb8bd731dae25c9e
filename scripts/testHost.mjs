// @ts-check
// Runs the extension-host suites in the VS Code of scripts/vscode: node scripts/testHost.mjs [suite]
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildHostTests } from './buildHostTests.mjs';
import { hostSuites, withWorkspace } from './hostSuites.mjs';
import { projectRoot } from './install.mjs';
import { addResults } from './mochaResults.mjs';
import { runHostTests } from './vscode/hostTests.mjs';

const [only] = process.argv.slice(2);
const results = join(projectRoot, 'out/results');
await mkdir(results, { recursive: true });
await buildHostTests();

/** @type {import('./mochaResults.mjs').Results} */
const totals = { passed: 0, failed: 0, failures: [] };
for (const suite of hostSuites.filter(({ name }) => !only || name === only)) {
  console.log(`\n  Extension host: ${suite.name}`);
  const file = join(results, `host-${suite.name}.json`);
  await rm(file, { force: true });
  try {
    await withWorkspace(suite, (workspace) =>
      runHostTests({
        ...workspace,
        extensionDevelopmentPath: projectRoot,
        extensionTestsPath: join(projectRoot, 'out/host/index.js'),
        workspaceTrust: suite.restricted === true,
        env: { ...workspace.env, GOAL_LENS_SUITE: suite.name, GOAL_LENS_RESULTS: file },
      }),
    );
    addResults(totals, JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    // A suite that cannot start or does not end is a failure, never a silent skip.
    console.error(error);
    addResults(totals, { passed: 0, failed: 1, failures: [`Extension host: ${suite.name}\n    ${error}`] });
  }
}
await writeFile(join(results, 'host.json'), JSON.stringify(totals));
process.exitCode = totals.failed === 0 ? 0 : 1;
