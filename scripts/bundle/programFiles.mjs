// @ts-check
import { build, transform } from 'esbuild';
import { basename, dirname, relative, resolve } from 'node:path';
import { packed } from './packs.mjs';

/** @typedef {{ path: string, text: string }} File */
/** @typedef {import('esbuild').Metafile} Metafile */
/** @typedef {Pick<import('esbuild').BuildOptions, 'minify' | 'sourcemap' | 'target'>} Options */

/**
 * `import()` becomes `require()` on first use: the loader of ES modules would read a file three times, to find out what it
 * is, what it exports, and what it does.
 */
const asCommonJs = /** @type {const} */ ({
  format: 'cjs',
  platform: 'node',
  supported: { 'dynamic-import': false },
});

/**
 * The ES modules of several programs, as esbuild has split them, rewritten to the CommonJS that VS Code loads fastest.
 * What the extension loads at its start becomes two files, as reading two is faster than reading twenty: what
 * it has for itself, in its entry, and what the other programs know as well, in `shared.js`, which knows
 * nothing of VS Code. Chunks that are loaded later find these parts through files that only point there, so
 * that nothing exists twice.
 * @param {readonly File[]} files
 * @param {Metafile} metafile
 * @param {{ readonly extension: string, readonly others: readonly string[] }} entries Output paths, below `dist`.
 * @param {Options} options
 * @returns {Promise<File[]>}
 */
export async function programFiles(files, metafile, { extension, others }, options) {
  const known = new Set(others.flatMap((entry) => [...reachable(metafile, entry)]));
  const start = importedAtOnce(metafile, extension).filter((path) => path !== extension);
  const groups = new Groups(
    new Map(files.map(({ path, text }) => [path, text])),
    {
      path: resolve(extension),
      chunks: start.filter((path) => !known.has(path)).map((path) => resolve(path)),
    },
    {
      path: resolve(dirname(extension), 'shared.js'),
      chunks: start.filter((path) => known.has(path)).map((path) => resolve(path)),
    },
  );
  const { own, shared } = groups;
  // The bundler's few helpers keep no state: a program that needs nothing else of the merged files does not load them.
  const helpers = new Set(
    start.filter((path) => isEmpty(metafile.outputs[path]?.inputs)).map((path) => resolve(path)),
  );
  const rewritten = files
    .filter(({ path }) => path !== own.path)
    .map(async ({ path, text }) => ({
      path,
      text:
        (helpers.has(path) ? undefined : groups.pointer(path)) ??
        (await transform(text, { ...asCommonJs, ...options })).code,
    }));
  const made = await Promise.all([
    { path: own.path, text: await groups.merged(own, options) },
    { path: shared.path, text: await groups.merged(shared, options) },
    ...rewritten,
  ]);
  // A part of a pack has no map of its own, so that chunks stay apart while there are maps.
  if (options.sourcemap) return made;
  const sharedPaths = new Set([...known].map((path) => resolve(path)));
  return packed(made, (path) => sharedPaths.has(path));
}

/** @typedef {{ readonly path: string, readonly chunks: readonly string[] }} Group A file, and the chunks that it holds. */

/** The two files into which the chunks of the extension's start are merged. */
class Groups {
  /**
   * @param {ReadonlyMap<string, string>} texts
   * @param {Group} own
   * @param {Group} shared
   */
  constructor(texts, own, shared) {
    this.texts = texts;
    this.own = own;
    this.shared = shared;
  }

  /**
   * The text of a file that leads to the part of a merged file that has taken its place, if one has.
   * @param {string} path
   * @returns {string | undefined}
   */
  pointer(path) {
    const group = [this.own, this.shared].find(({ chunks }) => chunks.includes(path));
    return group && `${this.exported(group, path, dirname(path))}\n`;
  }

  /**
   * A file with its chunks, which it exports for the chunks that come later.
   * @param {Group} group
   * @param {Options} options
   * @returns {Promise<string>}
   */
  async merged(group, options) {
    const folder = dirname(group.path);
    const entry = this.texts.has(group.path) ? [`export * from '${specifier(folder, group.path)}';`] : [];
    const contents = [
      ...entry,
      ...group.chunks.map((path) => `export * as ${nameOf(path)} from '${specifier(folder, path)}';`),
    ].join('\n');
    const { outputFiles } = await build({
      ...asCommonJs,
      ...options,
      bundle: true,
      write: false,
      outfile: group.path,
      external: ['vscode'],
      stdin: { contents, resolveDir: folder },
      plugins: [this.inMemory(group)],
    });
    return outputFiles?.[0]?.text ?? '';
  }

  /**
   * @param {Group} group
   * @returns {import('esbuild').Plugin}
   */
  inMemory(group) {
    const { own, shared, texts } = this;
    const folder = dirname(group.path);
    return {
      name: 'chunks-in-memory',
      setup: (builder) => {
        builder.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
          const full = resolve(resolveDir, path);
          if (kind === 'dynamic-import' || full === shared.path)
            return { path: specifier(folder, full), external: true };
          return { path: full };
        });
        builder.onLoad({ filter: /./ }, ({ path }) => ({
          contents:
            group === own && shared.chunks.includes(path)
              ? this.exported(shared, path, folder)
              : (texts.get(path) ?? ''),
          resolveDir: group === own && shared.chunks.includes(path) ? folder : dirname(path),
        }));
      },
    };
  }

  /**
   * @param {Group} group
   * @param {string} path
   * @param {string} folder Of the file that is written.
   */
  exported(group, path, folder) {
    return `module.exports = require('${specifier(folder, group.path)}').${nameOf(path)};`;
  }
}

/**
 * The output files that an entry imports, itself first.
 * @param {Metafile} metafile
 * @param {string} entry
 * @returns {string[]}
 */
export function importedAtOnce(metafile, entry) {
  return [...reachable(metafile, entry, ['import-statement'])];
}

/**
 * The output files that an entry may ever load, itself included.
 * @param {Metafile} metafile
 * @param {string} entry
 * @param {readonly string[]} kinds
 */
export function reachable({ outputs }, entry, kinds = ['import-statement', 'dynamic-import']) {
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
      if (kinds.includes(kind) && outputs[imported]) found.add(imported);
    }
  }
  return found;
}

/** @param {object | undefined} inputs */
function isEmpty(inputs = {}) {
  return Object.keys(inputs).length === 0;
}

/**
 * How a file is named in an import.
 * @param {string} folder
 * @param {string} path
 */
function specifier(folder, path) {
  return `./${relative(folder, path).replaceAll('\\', '/')}`.replace(/^\.\/\.\.\//, '../');
}

/** @param {string} path */
function nameOf(path) {
  return basename(path, '.js').replaceAll(/\W/g, '_');
}
