// @ts-check
// Runs one folder of mocha tests and writes its results:
// node --import tsx scripts/mochaSuite.mjs unit [name part] [--seed NUMBER | --seed random]
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';
import { expectAtMost, readCommandLine, wholeNumber, wrongUsage } from './commandLine.mjs';
import { resultsOf } from './mochaResults.mjs';
import { useSeed } from './mochaSetup.mjs';

const usage = `npm run test:SUITE -- [NAME] [options]
  NAME           run only the files whose name contains this
  --seed N       try the properties with this seed; "random" takes a new one and prints it
  -h, --help     print this`;

const { values, positionals } = readCommandLine(usage, { seed: { type: 'string' } });
expectAtMost(positionals, 2);
const [suite = '', part = ''] = positionals;
// A run that fails fails again: what is red is the change, not the dice. New ground is for `npm run test:random`.
const seed =
  values.seed === 'random'
    ? Date.now() | 0
    : wholeNumber('--seed', values.seed ?? '20261123', -(2 ** 31), 2 ** 31 - 1);
useSeed(seed);
const folder = join('test', suite);
const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts') && entry.name.includes(part))
  .map((entry) => resolve(entry.parentPath, entry.name))
  .sort();
if (files.length === 0) wrongUsage(`No test file in ${folder} has '${part}' in its name`);

const isSlow = suite !== 'unit';
const mocha = new Mocha({
  ui: 'bdd',
  reporter: isSlow ? 'spec' : 'dot',
  require: [fileURLToPath(new URL('mochaSetup.mjs', import.meta.url))],
  // A process for each core: they take their files as they come. What drives VS Code and servers runs alone.
  ...(!isSlow && files.length > 1 && { parallel: true, jobs: Math.min(availableParallelism(), 8) }),
  timeout: isSlow ? 120_000 : 20_000,
  // The workbench and the browser are others' programs; what needed a second try is told at the end.
  retries: isSlow ? 1 : 0,
  forbidOnly: true,
  forbidPending: true,
});
if (values.seed) console.log(`The properties are tried with --seed ${seed}.`);
files.forEach((file) => mocha.addFile(file));
if (isSlow || files.length === 1) await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  process.exitCode = failures === 0 ? 0 : 1;
});
const results = resultsOf(runner);
runner.on('end', () => {
  void mkdir('out/results', { recursive: true }).then(() =>
    writeFile(`out/results/${suite}.json`, JSON.stringify(results())),
  );
});
