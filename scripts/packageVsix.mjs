// @ts-check
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { projectRoot } from './install.mjs';
import { isPreRelease } from './release/version.mjs';

/**
 * Builds and packages the extension, as `npm run package` does.
 * @returns {Promise<{ path: string, files: string[] }>}
 */
export async function packageVsix() {
  await mkdir(join(projectRoot, 'out'), { recursive: true });
  const path = join(projectRoot, 'out/goal-lens.vsix');
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const preRelease = isPreRelease(version);
  await createVSIX({ cwd: projectRoot, packagePath: path, dependencies: false, preRelease });
  return { path, files: await listFiles({ cwd: projectRoot, packageManager: 0 }) };
}
