// @ts-check
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { projectRoot } from './install.mjs';

/**
 * Opens a folder in a desktop VS Code (downloaded once) with the extension loaded.
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
