// @ts-check
// Runs one folder of mocha tests and writes its results:
// node --import tsx scripts/mochaSuite.mjs pages [name part]
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Mocha from 'mocha';
import { expectAtMost, readCommandLine, wholeNumber } from './commandLine.mjs';
import { resultsOf } from './mochaResults.mjs';
import { testFiles } from './testFiles.mjs';
import './properties.mjs';
import './textModules.mjs';

const usage = `npm run test:SUITE -- [NAME] [options]
  NAME           run only the files whose name contains this
  --seed N       try the properties with this seed
  --group I/N    of N groups of the files, run only the Ith
  -h, --help     print this`;

const { values, positionals } = readCommandLine(usage, {
  seed: { type: 'string' },
  group: { type: 'string' },
});
expectAtMost(positionals, 2);
const [suite = '', part = ''] = positionals;
// A failing run must fail again, because of the change and not by chance. `npm run test:random` explores new inputs.
const seed = wholeNumber('--seed', values.seed ?? '20261123', -(2 ** 31), 2 ** 31 - 1);
const [group = 1, groups = 1] = (values.group ?? '1/1').split('/').map(Number);
/** @type {typeof import('fast-check')} */
const fc = createRequire(import.meta.url)('fast-check');
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
// Neighbouring files are alike, so each group gets some of every kind.
const files = (await testFiles(suite, part)).filter((_, at) => at % groups === group - 1);

const isSlow = suite !== 'unit';
const mocha = new Mocha({
  ui: 'bdd',
  reporter: isSlow ? 'spec' : 'dot',
  timeout: isSlow ? 120_000 : 20_000,
  // The workbench and the browser are foreign programs; tests that needed a second try are reported at the end.
  retries: isSlow ? 1 : 0,
  forbidOnly: true,
  forbidPending: true,
});
files.forEach((file) => mocha.addFile(file));
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  process.exitCode = failures === 0 ? 0 : 1;
});
const results = resultsOf(runner);
runner.on('end', () => {
  void mkdir('out/results', { recursive: true }).then(() =>
    writeFile(
      `out/results/${suite}${values.group === undefined ? '' : `-${group}`}.json`,
      JSON.stringify(results()),
    ),
  );
});
