// @ts-check
// Runs one folder of mocha tests and writes its counts: node --import tsx scripts/mochaSuite.mjs unit [name part]
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';

const [suite = '', part = ''] = process.argv.slice(2);
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
files.forEach((file) => mocha.addFile(file));
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  process.exitCode = failures === 0 ? 0 : 1;
});
runner.on('end', () => {
  const { passes = 0, failures = 0 } = runner.stats ?? {};
  void mkdir('out/results', { recursive: true }).then(() =>
    writeFile(`out/results/${suite}.json`, JSON.stringify({ passed: passes, failed: failures })),
  );
});
