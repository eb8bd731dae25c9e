// @ts-check
// Runs the unit tests in small processes, one for each core at a time:
// node scripts/unitSuite.mjs [name part] [--seed NUMBER | --seed random]
// A process that has read every test holds half a gigabyte, and each git that it starts then
// costs several times as much.
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expectAtMost, readCommandLine } from './commandLine.mjs';
import { addResults, noResults } from './mochaResults.mjs';
import { testFiles } from './testFiles.mjs';

const usage = `npm run test:unit -- [NAME] [options]
  NAME           run only the files whose name contains this
  --seed N       try the properties with this seed; "random" takes a new one and prints it
  -h, --help     print this`;

const filesPerGroup = 12;
const { values, positionals } = readCommandLine(usage, { seed: { type: 'string' } });
expectAtMost(positionals, 1);
const [part = ''] = positionals;
const seed = values.seed === 'random' ? String(Date.now() | 0) : values.seed;
if (seed !== undefined) console.log(`The properties are tried with --seed ${seed}.`);

const results = 'out/results';
const count = Math.ceil((await testFiles('unit', part)).length / filesPerGroup);
const totals = noResults();
const waiting = Array.from({ length: count }, (_, at) => at + 1);
await mkdir(results, { recursive: true });
await Promise.all(Array.from({ length: Math.min(availableParallelism(), count) }, runWaiting));
await writeFile(join(results, 'unit.json'), JSON.stringify(totals));
for (const failure of totals.failures) console.error(`\nFAILED: ${failure}`);
console.log(`\n${totals.passed} passing, ${totals.failed} failing`);
process.exitCode = totals.failed === 0 ? 0 : 1;

async function runWaiting() {
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) await runGroup(group);
}

/** @param {number} group */
async function runGroup(group) {
  const file = join(results, `unit-${group}.json`);
  await rm(file, { force: true });
  const args = ['--import', 'tsx', 'scripts/mochaSuite.mjs', 'unit', part, '--group', `${group}/${count}`];
  if (seed !== undefined) args.push('--seed', seed);
  const since = performance.now();
  const output = await new Promise((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 2 ** 28 }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
  const written = await readFile(file, 'utf8').catch(() => undefined);
  await rm(file, { force: true });
  /** @type {import('./mochaResults.mjs').Results} */
  const found =
    written === undefined
      ? { ...noResults(), failed: 1, failures: [`Group ${group} of the unit tests did not run to its end.`] }
      : JSON.parse(written);
  addResults(totals, found);
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  console.log(`  ${group}/${count}: ${found.passed} passing, ${found.failed} failing (${seconds} s)`);
  if (found.failed > 0) console.log(output);
}
