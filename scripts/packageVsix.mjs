// @ts-check
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { projectRoot } from './install.mjs';

/**
 * Builds and packages the extension, as `npm run package` does.
 * @returns {Promise<{ path: string, files: string[] }>}
 */
export async function packageVsix() {
  await mkdir(join(projectRoot, 'out'), { recursive: true });
  const path = join(projectRoot, 'out/goal-lens.vsix');
  await createVSIX({ cwd: projectRoot, packagePath: path, dependencies: false });
  return { path, files: await listFiles({ cwd: projectRoot, packageManager: 0 }) };
}
