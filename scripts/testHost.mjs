// @ts-check
// Runs the extension-host suites in the VS Code of scripts/vscode: node scripts/testHost.mjs [suite]
import { join } from 'node:path';
import { standInsOf } from './hostSuites.mjs';
import { projectRoot } from './install.mjs';
import { runHostSuites } from './runHostSuites.mjs';
import { runHostTests } from './vscode/hostTests.mjs';

await runHostSuites('test:host', (suite, workspace, env) =>
  runHostTests({
    ...workspace,
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: join(projectRoot, 'out/host/index.js'),
    standIns: standInsOf(suite),
    workspaceTrust: suite.restricted === true,
    env,
  }),
);
