// @ts-check
// Runs all checks and tests from a bare clone: node scripts/test.mjs. Ends with the failures and the true total.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expectAtMost, readCommandLine } from './commandLine.mjs';
import { installPackages, projectRoot } from './install.mjs';
import { addResults, noResults } from './mochaResults.mjs';
import { whyPostgresCannotRun } from './postgres/install.mjs';
import { whyRedmineCannotRun } from './redmine/install.mjs';
import { whyHostCannotRun } from './vscode/install.mjs';

const usage = `npm test
  installs what is missing, builds, then runs every check and every suite that this system can run
  -h, --help   print this
One suite: npm run test:unit, test:pages, test:host, test:workbench, test:redmine,
test:organisation, test:postgres, test:desktop.`;
expectAtMost(readCommandLine(usage, {}).positionals, 0);
process.chdir(projectRoot);
installPackages();

/** Checks have no tests to count: each counts as one. */
const checks = {
  build: ['esbuild.mjs', '--production'],
  types: ['scripts/checkTypes.mjs'],
  eslint: ['node_modules/eslint/bin/eslint.js', '.'],
  knip: ['node_modules/knip/bin/knip.js', '--no-progress'],
  borders: [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['src', '--config', '.dependency-cruiser.mjs'],
  ],
  prettier: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
};
const suites = {
  unit: ['scripts/unitSuite.mjs'],
  pages: ['--import', 'tsx', 'scripts/mochaSuite.mjs', 'pages'],
  host: [whyHostCannotRun() ? 'scripts/testDesktop.mjs' : 'scripts/testHost.mjs'],
  workbench: ['--import', 'tsx', 'scripts/mochaSuite.mjs', 'workbench'],
  redmine: ['--import', 'tsx', 'scripts/mochaSuite.mjs', 'redmine'],
  organisation: ['--import', 'tsx', 'scripts/mochaSuite.mjs', 'organisation'],
  postgres: ['--import', 'tsx', 'scripts/mochaSuite.mjs', 'postgres'],
};
/** Why a suite cannot run on this machine, if it cannot. @type {Record<string, () => string | undefined>} */
const hindrances = {
  pages: whyHostCannotRun,
  workbench: whyHostCannotRun,
  redmine: whyRedmineCannotRun,
  postgres: whyPostgresCannotRun,
};

rmSync('out/results', { recursive: true, force: true });
const totals = noResults();
for (const [name, args] of Object.entries(checks)) {
  heading(name);
  const isGood = run(args);
  console.log(isGood ? `${name}: ok` : `${name}: FAILED`);
  if (isGood) totals.passed++;
  else fail(name);
}
for (const [name, args] of Object.entries(suites)) {
  heading(`${name} tests`);
  const hindrance = hindrances[name]?.();
  if (hindrance) {
    console.log(`The ${name} suite did NOT run. ${hindrance}`);
    continue;
  }
  const isGood = run(args);
  const file = join('out/results', `${name}.json`);
  /** @type {import('./mochaResults.mjs').Results} */
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : noResults();
  addResults(totals, results);
  if (isGood ? results.passed === 0 : results.failed === 0) fail(`The ${name} suite did not run to its end.`);
}
const slowest = Object.entries(totals.seconds).sort(([, one], [, other]) => other - one);
console.log('\nThe files that took longest, in seconds:');
for (const [file, seconds] of slowest.slice(0, 20)) console.log(`${seconds.toFixed(1).padStart(7)}  ${file}`);
for (const first of totals.retried) console.error(`\nTRIED TWICE: ${first}`);
// Repeated at the end, where it is easy to find after pages of passed tests.
for (const failure of totals.failures) console.error(`\nFAILED: ${failure}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** @param {string} what */
function fail(what) {
  addResults(totals, { ...noResults(), failed: 1, failures: [what] });
}

/** @param {string[]} args */
function run(args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

/** @param {string} text */
function heading(text) {
  console.log(`\n== ${text} ==`);
}
