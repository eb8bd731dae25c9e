// @ts-check
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../install.mjs';
import { packageVsix } from '../packageVsix.mjs';

/** The built modules that run in the extension host or in their own Node.js. */
export const benchModules = join(projectRoot, 'out/bench');

/**
 * Builds the extension for production, packages it, and unpacks the package, so that another build started meanwhile
 * cannot change what is measured.
 * @param {string} dir
 */
export async function buildBench(dir) {
  const { path: vsix, files } = await packageVsix();
  const extension = join(dir, 'goal-lens');
  for (const file of files) await cp(join(projectRoot, file), join(extension, file));
  await build({
    entryPoints: ['scripts/bench/host/*.mjs', 'scripts/bench/pure/*.mjs'],
    outdir: benchModules,
    outbase: 'scripts/bench',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    minify: true,
    external: ['vscode'],
    logLevel: 'warning',
  });
  return { vsix, extension };
}
