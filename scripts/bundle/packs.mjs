// @ts-check
import { basename, dirname, relative, resolve } from 'node:path';

/** @typedef {import('./programFiles.mjs').File} File */
/** @typedef {import('esbuild').Metafile['outputs'][string]} Output */

/**
 * The size below which chunks are packed, in UTF-16 units: opening a file takes longer than skipping unneeded text in
 * it.
 */
const small = 12000;

/** The source folders that share a pack. Everything else goes to the core's pack, as do the bundler's own helpers. */
const folders = {
  commands: ['commands'],
  doors: ['agents', 'cli', 'mcp', 'reporting', 'reportPage'],
  editor: ['context', 'sources', 'surfaces'],
  trackers: ['trackers'],
  workspace: ['git', 'presentation', 'workspace'],
};

/**
 * The file of a chunk's pack. Chunks that are used together are packed together, so that a window reads few packs and
 * keeps only their text; smaller packs would compress badly.
 * @param {Pick<Output, 'entryPoint' | 'inputs'>} output
 */
export function packName({ entryPoint, inputs }) {
  const [largest] = Object.entries(inputs).toSorted(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
  const [, folder = ''] = /^src\/(?:vscode\/)?(\w+)\//.exec(entryPoint ?? largest?.[0] ?? '') ?? [];
  const [pack = 'core'] = Object.entries(folders).find(([, names]) => names.includes(folder)) ?? [];
  return `${pack}Parts.js`;
}

/**
 * Combines small chunks into packs, in which each chunk still runs on first use.
 * @param {readonly File[]} files CommonJS, minified.
 * @param {ReadonlyMap<string, Output>} outputs What esbuild says of them, by full path.
 * @param {ReadonlyMap<string, Place>} places Where chunks are found that have no file of their own.
 * @returns {File[]}
 */
export function packed(files, outputs, places) {
  const isSmall = (/** @type {File} */ { path, text }) =>
    basename(dirname(path)) === 'chunks' && text.length < small;
  const parts = files.filter(isSmall);
  const packOf = new Map(
    parts.map(({ path }) => [path, resolve(dirname(path), packName(outputs.get(path) ?? { inputs: {} }))]),
  );
  const led = (/** @type {File} */ { path, text }, file = path) => ({
    path,
    text: leadTo(text, dirname(path), file, packOf, places),
  });
  const packs = [...new Set(packOf.values())].map((pack) => {
    const members = parts.filter(({ path }) => packOf.get(path) === pack);
    return { path: pack, text: packText(members.map((part) => led(part, pack))) };
  });
  return [...files.filter((file) => !isSmall(file)).map((file) => led(file)), ...packs];
}

/** @typedef {{ readonly file: string, readonly name: string }} Place A file, and what it calls the chunk. */

/**
 * Redirects a chunk's requires to where the required chunks are now.
 * @param {string} text
 * @param {string} folder Of the chunk.
 * @param {string} file In which the chunk is written.
 * @param {ReadonlyMap<string, string>} packOf
 * @param {ReadonlyMap<string, Place>} places
 */
function leadTo(text, folder, file, packOf, places) {
  const from = (/** @type {string} */ path) =>
    JSON.stringify(`./${relative(dirname(file), path).replaceAll('\\', '/')}`.replace('./../', '../'));
  return text.replaceAll(/require\("(\.{1,2}\/[^"]+)"\)/g, (call, /** @type {string} */ specifier) => {
    const path = resolve(folder, specifier);
    const place = places.get(path);
    if (place) return place.file === file ? call : `require(${from(place.file)}).${place.name}`;
    const pack = packOf.get(path);
    if (pack === undefined) return call;
    const part = `part(${JSON.stringify(basename(path))})`;
    return pack === file ? `require.${part}` : `require(${from(pack)}).${part}`;
  });
}

/** @param {readonly File[]} parts */
function packText(parts) {
  const bodies = parts.map(
    ({ path, text }) => `${JSON.stringify(basename(path))}(module,exports,require){${text}}`,
  );
  return `"use strict";const parts={
${bodies.join(',\n')}
};
const made={};
require.part=exports.part=(name)=>{
let module=made[name];
if(!module){module=made[name]={exports:{}};parts[name](module,module.exports,require)}
return module.exports};
`;
}
