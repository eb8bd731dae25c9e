import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';
import { resultsOf, type Results } from '../../scripts/mochaResults.mjs';

/** Called by VS Code inside the extension host: runs the tests of one folder and writes their results. */
export async function run(): Promise<void> {
  const folder = join(__dirname, process.env['GOAL_LENS_SUITE'] ?? '');
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: false,
    timeout: 30_000,
    retries: 1,
    forbidOnly: true,
    forbidPending: true,
  });
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.js'));
  if (files.length === 0) throw new Error(`There are no tests in ${folder}.`);
  for (const file of files) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  const results = await new Promise<Results>((resolve) => {
    const runner = mocha.run(() => resolve(read()));
    const read = resultsOf(runner);
  });
  const file = process.env['GOAL_LENS_RESULTS'];
  if (file) await writeFile(file, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} tests failed.`);
}
