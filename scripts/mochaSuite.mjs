// @ts-check
// Runs one folder of mocha tests and writes its results:
// node --import tsx scripts/mochaSuite.mjs unit [name part] [--seed NUMBER | --seed random]
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { resultsOf } from './mochaResults.mjs';

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
const [suite = '', part = ''] = positionals;
// A run that fails fails again: what is red is the change, not the dice. New ground is for `npm run test:random`.
const seed = values.seed === 'random' ? Date.now() | 0 : Number(values.seed ?? 20_261_123);
/** @type {typeof import('fast-check')} */
const fc = createRequire(import.meta.url)('fast-check');
fc.configureGlobal({ seed });
const folder = join('test', suite);
const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts') && entry.name.includes(part))
  .map((entry) => resolve(entry.parentPath, entry.name))
  .sort();
if (files.length === 0) throw new Error(`There are no tests in ${folder}.`);

const isSlow = suite !== 'unit';
const mocha = new Mocha({
  ui: 'bdd',
  reporter: isSlow ? 'spec' : 'dot',
  timeout: isSlow ? 120_000 : 20_000,
  forbidOnly: true,
  forbidPending: true,
});
if (values.seed) console.log(`The properties are tried with --seed ${seed}.`);
files.forEach((file) => mocha.addFile(file));
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  process.exitCode = failures === 0 ? 0 : 1;
});
const results = resultsOf(runner);
runner.on('end', () => {
  void mkdir('out/results', { recursive: true }).then(() =>
    writeFile(`out/results/${suite}.json`, JSON.stringify(results())),
  );
});
