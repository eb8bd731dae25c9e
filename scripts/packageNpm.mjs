// @ts-check
// Builds the npm package of the command line in out/npm, from dist/cli.js and the files that it loads.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { packName } from './bundle/packs.mjs';
import { reachable } from './bundle/programFiles.mjs';
import { projectRoot } from './install.mjs';

/**
 * Builds the package from scratch, ready for `npm pack` or `npm publish`.
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
    files: ['cli.js', 'shared.js', 'chunks'],
    // Declared so that Node.js need not read every file to detect it.
    type: 'commonjs',
    engines: { node: '>=20' },
    keywords: ['goals', 'git', 'priorities', 'jira', 'linear', 'github'],
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  for (const path of await programPaths()) {
    const target = join(folder, relative('dist', path));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(projectRoot, path), target);
  }
  await chmod(join(folder, 'cli.js'), 0o755);
  await copyFile(join(projectRoot, 'LICENSE'), join(folder, 'LICENSE'));
  await copyFile(join(projectRoot, 'docs/command-line.md'), join(folder, 'README.md'));
  return folder;
}

/** The files that the command line of the last build loads at any time: its own, and the packs of the small ones. */
async function programPaths() {
  /** @type {import('esbuild').Metafile} */
  const metafile = JSON.parse(await readFile(join(projectRoot, 'out/host-bundle.json'), 'utf8'));
  const own = reachable(metafile, 'dist/cli.js');
  const packs = [...own]
    .flatMap((path) => metafile.outputs[path] ?? [])
    .map((output) => `dist/chunks/${packName(output)}`);
  const paths = [...new Set([...own, 'dist/shared.js', ...packs])];
  return paths.filter((path) => existsSync(join(projectRoot, path)));
}
