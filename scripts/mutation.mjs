// @ts-check
// Changes the code and sees whether a test notices: npm run test:mutation -- [AREA] [--file PART] [--minutes N]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAtMost, readCommandLine, wholeNumber, wrongUsage } from './commandLine.mjs';
import { projectRoot, runNpm } from './install.mjs';
import { areas } from './mutation/areas.mjs';
import { leastInAll, leastInFile, scoresOf, survivorsOf } from './mutation/scores.mjs';

const usage = `npm run test:mutation -- [AREA] [options]
  AREA           ${Object.keys(areas).join(', ')}; without it all of them, one after the other
  --file PART    only the files whose path contains this, with a list of what no test noticed
  --own          with --file: only the tests of that folder or file, which is a lower bound and takes far less time
  --minutes N    how long one area may take (40)
  -h, --help     print this

Every file needs ${leastInFile} %, the files of an area ${leastInAll} % together. The reports stay in out/mutation.`;

process.chdir(projectRoot);
const { values, positionals } = readCommandLine(usage, {
  minutes: { type: 'string' },
  file: { type: 'string' },
  own: { type: 'boolean' },
});
if (values.own && values.file === undefined) wrongUsage('--own needs --file');
expectAtMost(positionals, 1);
const minutes = wholeNumber('--minutes', values.minutes ?? '40', 1, 1000);
const [only] = positionals;
if (only !== undefined && !(only in areas)) wrongUsage(`There is no area '${only}'`);

// A separate folder, because the mutation runner supports no mocha newer than 11.
const home = 'scripts/mutation';
if (!existsSync(join(home, 'node_modules'))) {
  console.log('Installing what mutates…');
  runNpm('ci', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
}

let isGood = true;
for (const [name, area] of Object.entries(areas)) {
  if (only !== undefined && name !== only) continue;
  const { status } = spawnSync(
    process.execPath,
    [
      join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
      'run',
      join(home, 'stryker.config.mjs'),
      ...(values.file === undefined ? [] : ['--mutate', filesOf(area.folder, values.file)]),
    ],
    {
      stdio: 'inherit',
      timeout: minutes * 60_000,
      env: {
        ...process.env,
        GOAL_LENS_MUTATED: name,
        GOAL_LENS_PART: values.file ?? '',
        GOAL_LENS_OWN: values.own ? 'yes' : '',
      },
    },
  );
  if (status !== 0) {
    console.error(`${name} did not come to its end.`);
    isGood = false;
    continue;
  }
  /** @type {import('./mutation/scores.mjs').Report} */
  const report = JSON.parse(readFileSync(`out/mutation/${name}.json`, 'utf8'));
  const part = values.file ?? '';
  // The report also has what is known of the other files.
  const known = { ...scoresOf(report).all, path: 'all that is known of the area' };
  report.files = Object.fromEntries(Object.entries(report.files).filter(([path]) => path.includes(part)));
  const { files, all } = scoresOf(report);
  console.log(`\n== ${name} ==`);
  for (const { path, score, killed, counted } of [...files, all, ...(part === '' ? [] : [known])]) {
    console.log(`${score.toFixed(1).padStart(6)} %  ${String(killed).padStart(4)} of ${counted}  ${path}`);
  }
  if (values.file !== undefined) for (const line of survivorsOf(report)) console.log(line);
  isGood &&= files.every(({ score }) => score >= leastInFile);
  isGood &&= values.file !== undefined || all.score >= leastInAll;
}
process.exitCode = isGood ? 0 : 1;

/** @param {string} folder @param {string} part */
function filesOf(folder, part) {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts') && name.includes(part));
  if (found.length === 0) wrongUsage(`No file of ${folder} has '${part}' in its path`);
  return found.join(',');
}
