// @ts-check
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { buildHostTests } from './buildHostTests.mjs';
import { hostSuites, withWorkspace } from './hostSuites.mjs';
import { projectRoot } from './install.mjs';

/**
 * Opens a folder in a desktop VS Code, downloaded once, with the extension loaded.
 * @param {string} folder
 */
export async function openDesktop(folder) {
  const program = await downloadAndUnzipVSCode();
  const dataDir = join(projectRoot, '.vscode-test/start/desktop');
  await mkdir(dataDir, { recursive: true });
  console.log('Opening VS Code with Goal Lens…');
  const args = [
    folder,
    `--extensionDevelopmentPath=${projectRoot}`,
    `--user-data-dir=${dataDir}`,
    '--disable-extensions',
    '--disable-workspace-trust',
    '--skip-welcome',
    '--new-window',
    '--wait',
  ];
  await new Promise((resolve, reject) => {
    spawn(program, args, { stdio: 'ignore' }).on('exit', resolve).on('error', reject);
  });
}

/** Runs the extension-host suites in a desktop VS Code, downloaded once. Rejects when a test fails. */
export async function testDesktop() {
  await buildHostTests();
  for (const suite of hostSuites) {
    console.log(`\n  Extension host: ${suite.name}`);
    await withWorkspace(suite, async (workspace) => {
      const opened = 'folder' in workspace ? workspace.folder : workspace.workspace;
      await runTests({
        extensionDevelopmentPath: projectRoot,
        extensionTestsPath: join(projectRoot, 'out/host/index.js'),
        extensionTestsEnv: { ...workspace.env, GOAL_LENS_SUITE: suite.name },
        launchArgs: [
          opened,
          '--disable-extensions',
          ...(suite.restricted ? [] : ['--disable-workspace-trust']),
        ],
      });
    });
  }
}

if (process.argv.includes('--test')) await testDesktop();
