// @ts-check
import { build, transform } from 'esbuild';
import { basename, dirname, relative, resolve } from 'node:path';
import { packed } from './packs.mjs';

/** @typedef {{ path: string, text: string }} File */
/** @typedef {import('esbuild').Metafile} Metafile */
/** @typedef {Pick<import('esbuild').BuildOptions, 'minify' | 'sourcemap' | 'target'>} Options */

/**
 * `import()` becomes `require()` on first use, because the loader of ES modules would read a file three times: to find
 * out what it is, what it exports, and what it does.
 */
const asCommonJs = /** @type {const} */ ({
  format: 'cjs',
  platform: 'node',
  supported: { 'dynamic-import': false },
});

/**
 * Rewrites the ES modules of several programs, as split by esbuild, to CommonJS, which VS Code loads fastest. What the
 * extension loads at startup becomes three files, because reading three is faster than reading twenty: its entry, its
 * own parts, and what it shares with the other programs (`shared.js`, which is independent of VS Code). Chunks that
 * load later are led to these parts, so that nothing exists twice.
 * @param {readonly File[]} files
 * @param {Metafile} metafile
 * @param {{ readonly extension: string, readonly running: string, readonly others: readonly string[] }} entries
 * Output paths, below `dist`.
 * @param {Options} options
 * @returns {Promise<File[]>}
 */
export async function programFiles(files, metafile, { extension, running, others }, options) {
  const known = new Set(others.flatMap((entry) => [...reachable(metafile, entry)]));
  const first = importedAtOnce(metafile, extension);
  const next = importedAtOnce(metafile, running).filter((path) => !first.includes(path));
  // The bundler's few helpers keep no state, so each file gets those that it needs.
  const helpers = [...first, ...next].filter((path) => isEmpty(metafile.outputs[path]?.inputs));
  const groupOf = (/** @type {string} */ entry, /** @type {readonly string[]} */ chunks) => ({
    path: resolve(entry),
    chunks: chunks.filter((path) => path !== entry && !helpers.includes(path)).map((path) => resolve(path)),
  });
  const groups = new Groups(new Map(files.map(({ path, text }) => [path, text])), [
    groupOf(extension, first),
    groupOf(
      running,
      next.filter((path) => !known.has(path)),
    ),
    groupOf(
      `${dirname(extension)}/shared.js`,
      next.filter((path) => known.has(path)),
    ),
  ]);
  const merged = groups.groups.map(async (group) => ({
    path: group.path,
    text: await groups.merged(group, options),
  }));
  const places = groups.places();
  const rest = files.filter(({ path }) => !places.has(path) && !groups.has(path));
  const rewritten = rest.map(async ({ path, text }) => ({
    path,
    text: (await transform(text, { ...asCommonJs, ...options })).code,
  }));
  const made = await Promise.all([...merged, ...rewritten]);
  // A chunk in a pack has no source map of its own, so chunks stay separate if there are maps.
  if (options.sourcemap) return [...made, ...groups.pointers()];
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [resolve(path), output]));
  return packed(made, outputs, places).map(({ path, text }) => ({ path, text: ascii(text) }));
}

/**
 * Escapes the characters that esbuild leaves in regular expressions: a single one beyond Latin-1 makes V8 store the
 * whole file with two bytes a character and parse it more slowly.
 * @param {string} text
 */
function ascii(text) {
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** @typedef {{ readonly path: string, readonly chunks: readonly string[] }} Group A file, and the chunks that it holds. */

/** The files into which the chunks of the extension's startup are merged. */
class Groups {
  /**
   * @param {ReadonlyMap<string, string>} texts
   * @param {readonly Group[]} groups
   */
  constructor(texts, groups) {
    this.texts = texts;
    this.groups = groups;
  }

  /** @param {string} path */
  has(path) {
    return this.groups.some((group) => group.path === path);
  }

  /** Where each merged chunk is found. */
  places() {
    return new Map(
      this.groups.flatMap(({ path: file, chunks }) =>
        chunks.map((path) => [path, { file, name: nameOf(path) }]),
      ),
    );
  }

  /** Files that redirect to the merged chunks, in the chunks' former places. */
  pointers() {
    return this.groups.flatMap((group) =>
      group.chunks.map((path) => ({ path, text: `${this.exported(group, path, dirname(path))}\n` })),
    );
  }

  /**
   * A file with its chunks, which it exports for chunks that load later.
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
    const { groups, texts } = this;
    const folder = dirname(group.path);
    return {
      name: 'chunks-in-memory',
      setup: (builder) => {
        builder.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
          const full = resolve(resolveDir, path);
          const isOther = groups.some((other) => other !== group && other.path === full);
          if (kind === 'dynamic-import' || isOther) return { path: specifier(folder, full), external: true };
          return { path: full };
        });
        builder.onLoad({ filter: /./ }, ({ path }) => {
          const other = groups.find((each) => each !== group && each.chunks.includes(path));
          return other
            ? { contents: this.exported(other, path, folder), resolveDir: folder }
            : { contents: texts.get(path) ?? '', resolveDir: dirname(path) };
        });
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
 * How an import spells a file.
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
