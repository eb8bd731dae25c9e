// @ts-check
import { basename, dirname, relative, resolve } from 'node:path';

/** @typedef {import('./programFiles.mjs').File} File */

/**
 * What is smaller is packed, in UTF-16 units: opening a file takes longer than reading past
 * what is not needed in it.
 */
const small = 8000;

/** The packs: of what the command line and the threads know as well, and of what the extension has for itself. */
export const packs = /** @type {const} */ ({
  shared: 'dist/chunks/sharedParts.js',
  own: 'dist/chunks/ownParts.js',
});

/**
 * Puts small chunks together into two files, in which each still runs when it is first asked for.
 * @param {readonly File[]} files CommonJS, minified.
 * @param {(path: string) => boolean} isShared Tells what programs besides the extension know.
 * @returns {File[]}
 */
export function packed(files, isShared) {
  const folder = dirname(resolve(packs.shared));
  const isSmall = (/** @type {File} */ { path, text }) => dirname(path) === folder && text.length < small;
  const parts = files.filter(isSmall);
  const packOf = new Map(parts.map(({ path }) => [path, resolve(isShared(path) ? packs.shared : packs.own)]));
  const whole = files
    .filter((file) => !isSmall(file))
    .map(({ path, text }) => ({ path, text: leadToPacks(path, text, packOf) }));
  const made = Object.values(packs).map((pack) => {
    const path = resolve(pack);
    const members = parts.filter((part) => packOf.get(part.path) === path);
    const text = packText(
      members.map((part) => ({ path: part.path, text: leadToPacks(path, part.text, packOf) })),
    );
    return { path, text };
  });
  return [...whole, ...made];
}

/**
 * @param {string} from
 * @param {string} text
 * @param {ReadonlyMap<string, string>} packOf
 */
function leadToPacks(from, text, packOf) {
  return text.replaceAll(/require\("(\.{1,2}\/[^"]+)"\)/g, (call, /** @type {string} */ specifier) => {
    const path = resolve(dirname(from), specifier);
    const pack = packOf.get(path);
    if (pack === undefined) return call;
    const name = JSON.stringify(basename(path));
    if (pack === from) return `require.part(${name})`;
    return `require("./${relative(dirname(from), pack).replaceAll('\\', '/')}").part(${name})`;
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
