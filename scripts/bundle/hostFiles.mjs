// @ts-check
import { build, transform } from 'esbuild';
import { basename, dirname, relative, resolve } from 'node:path';

/** @typedef {{ path: string, text: string }} File */
/** @typedef {Pick<import('esbuild').BuildOptions, 'minify' | 'sourcemap' | 'target'>} Options */

const asCommonJs = /** @type {const} */ ({ format: 'cjs', platform: 'node' });

/**
 * The host's ES modules, as esbuild has split them, rewritten to the CommonJS that VS Code loads fastest. The entry and
 * the chunks that it imports become one file: reading one is faster than reading twenty. Chunks that are loaded later
 * find what they share with it through files that only point there, so that nothing exists twice.
 * @param {readonly File[]} files
 * @param {readonly string[]} start The entry and the chunks that it imports, see `importedAtOnce`.
 * @param {Options} options
 * @returns {Promise<File[]>}
 */
export async function hostFiles(files, start, options) {
  const [entry = '', ...chunks] = start.map((path) => resolve(path));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return Promise.all(
    files.map(async ({ path, text }) => {
      if (path === entry) return { path, text: await merged(texts, entry, chunks, options) };
      if (chunks.includes(path)) {
        const text = `module.exports = require('${specifier(dirname(path), entry)}').${nameOf(path)};\n`;
        return { path, text };
      }
      return { path, text: (await transform(text, { ...asCommonJs, ...options })).code };
    }),
  );
}

/**
 * The entry with what it imports, which it exports for the chunks that come later.
 * @param {ReadonlyMap<string, string>} texts
 * @param {string} entry
 * @param {readonly string[]} chunks
 * @param {Options} options
 */
async function merged(texts, entry, chunks, options) {
  const folder = dirname(entry);
  const contents = [
    `export * from '${specifier(folder, entry)}';`,
    ...chunks.map((path) => `export * as ${nameOf(path)} from '${specifier(folder, path)}';`),
  ].join('\n');
  const { outputFiles } = await build({
    ...asCommonJs,
    ...options,
    bundle: true,
    write: false,
    outfile: entry,
    external: ['vscode'],
    stdin: { contents, resolveDir: folder },
    plugins: [
      {
        name: 'chunks-in-memory',
        setup(builder) {
          builder.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
            const full = resolve(resolveDir, path);
            if (kind !== 'dynamic-import') return { path: full };
            return { path: specifier(folder, full), external: true };
          });
          builder.onLoad({ filter: /./ }, ({ path }) => ({
            contents: texts.get(path) ?? '',
            resolveDir: dirname(path),
          }));
        },
      },
    ],
  });
  return outputFiles?.[0]?.text ?? '';
}

/**
 * The output files that an entry imports, itself first.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} entry
 * @returns {string[]}
 */
export function importedAtOnce({ outputs }, entry) {
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[imported]) found.add(imported);
    }
  }
  return [...found];
}

/**
 * How a file is named in an import.
 * @param {string} folder
 * @param {string} path
 */
function specifier(folder, path) {
  return `./${relative(folder, path).replaceAll('\\', '/')}`;
}

/** @param {string} path */
function nameOf(path) {
  return basename(path, '.js').replaceAll(/\W/g, '_');
}
