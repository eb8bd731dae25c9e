// @ts-check
import { transform } from 'esbuild';
import { basename } from 'node:path';

/** @typedef {{ path: string, text: string }} File */
/** @typedef {Pick<import('esbuild').BuildOptions, 'minify' | 'sourcemap' | 'target'>} Options */

/**
 * The ES modules of programs, as esbuild has split them, rewritten to CommonJS: Node.js starts that faster, and a folder
 * of an extension says nothing of modules. The command line can be run as a file.
 * @param {readonly File[]} files
 * @param {Options} options
 * @returns {Promise<File[]>}
 */
export async function programFiles(files, options) {
  return Promise.all(
    files.map(async ({ path, text }) => {
      const { code } = await transform(text, { format: 'cjs', platform: 'node', ...options });
      return { path, text: basename(path) === 'cli.js' ? `#!/usr/bin/env node\n${code}` : code };
    }),
  );
}

/**
 * Leaves the adapters of trackers out: these programs read what the extension has kept, and ask no tracker.
 * @type {import('esbuild').Plugin}
 */
export const withoutAdapters = {
  name: 'without-adapters',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/\w+Tracker$/ }, ({ path, kind, importer }) =>
      kind === 'dynamic-import' && /[\\/]trackers[\\/]kinds[\\/]/.test(importer)
        ? { path, namespace: 'without-adapters' }
        : undefined,
    );
    builder.onLoad({ filter: /./, namespace: 'without-adapters' }, () => ({
      contents: `throw new Error('No tracker is asked by this program.');`,
    }));
  },
};
