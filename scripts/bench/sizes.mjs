// @ts-check
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { printTable } from './table.mjs';

/**
 * Prints the sizes of the package and each of its scripts.
 * @param {import('./run.mjs').Bench} bench
 */
export async function printSizes({ extension, vsix }) {
  const dist = join(extension, 'dist');
  const chunks = await readdir(join(dist, 'chunks'));
  const sized = await Promise.all(
    chunks.map(async (name) => ({ name, bytes: (await stat(join(dist, 'chunks', name))).size })),
  );
  const total = sized.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = [
    ['the package (VSIX)', figure((await stat(vsix)).size)],
    ['main bundle, extension.js', figure((await stat(join(dist, 'extension.js'))).size)],
    ["the panel's page, pages/panel.js", figure((await stat(join(dist, 'pages', 'panel.js'))).size)],
    [`all ${sized.length} chunks of the host`, figure(total)],
    ...sized.sort((a, b) => b.bytes - a.bytes).map(({ name, bytes }) => [`  ${name}`, figure(bytes)]),
  ];
  printTable('Sizes', ['', 'bytes'], rows);
}

/** @param {number} bytes */
function figure(bytes) {
  return bytes.toLocaleString('en');
}
