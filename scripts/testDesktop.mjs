// @ts-check
// Runs the extension-host suites in a desktop VS Code, downloaded once: node scripts/testDesktop.mjs [suite]
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { standInsOf } from './hostSuites.mjs';
import { projectRoot } from './install.mjs';
import { runHostSuites } from './runHostSuites.mjs';

await runHostSuites('test:desktop', (suite, workspace, env) =>
  runTests({
    extensionDevelopmentPath: [projectRoot, ...standInsOf(suite)],
    extensionTestsPath: join(projectRoot, 'out/host/index.js'),
    extensionTestsEnv: env,
    launchArgs: [
      'folder' in workspace ? workspace.folder : workspace.workspace,
      '--disable-extensions',
      ...(suite.restricted ? [] : ['--disable-workspace-trust']),
    ],
  }),
);
