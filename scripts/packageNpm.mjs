// @ts-check
// Makes the npm package of the command line in out/npm, from the built dist/cli.js.
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './install.mjs';

/**
 * Makes the package afresh; `npm pack` or `npm publish` there does the rest.
 * @returns {Promise<string>} The package's folder.
 */
export async function packageNpm() {
  const folder = join(projectRoot, 'out/npm');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  /** @type {Record<string, unknown>} */
  const { version, license, repository } = JSON.parse(
    await readFile(join(projectRoot, 'package.json'), 'utf8'),
  );
  const manifest = {
    name: 'goal-lens',
    version,
    description: 'Which goal does this code serve, and how do we know? The command line of Goal Lens.',
    license,
    repository,
    bin: { 'goal-lens': 'cli.js' },
    files: ['cli.js'],
    engines: { node: '>=20' },
    keywords: ['goals', 'git', 'priorities', 'jira', 'linear', 'github'],
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await copyFile(join(projectRoot, 'dist/cli.js'), join(folder, 'cli.js'));
  await chmod(join(folder, 'cli.js'), 0o755);
  await copyFile(join(projectRoot, 'LICENSE'), join(folder, 'LICENSE'));
  await copyFile(join(projectRoot, 'docs/command-line.md'), join(folder, 'README.md'));
  return folder;
}
