// @ts-check
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { wrongUsage } from './commandLine.mjs';

/**
 * The test files of a suite whose name contains a text; ends the process if there are none.
 * @param {string} suite
 * @param {string} part
 */
export async function testFiles(suite, part) {
  const folder = join('test', suite);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts') && entry.name.includes(part))
    .map((entry) => resolve(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) wrongUsage(`No test file in ${folder} has '${part}' in its name`);
  return files;
}
