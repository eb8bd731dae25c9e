import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Called by VS Code inside the extension host: runs the tests of one folder and writes their counts. */
export async function run(): Promise<void> {
  const folder = join(__dirname, process.env['GOAL_LENS_SUITE'] ?? '');
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: false,
    timeout: 30_000,
    forbidOnly: true,
    forbidPending: true,
  });
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.js'));
  if (files.length === 0) throw new Error(`There are no tests in ${folder}.`);
  for (const file of files) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 0 } = stats ?? {};
  const results = process.env['GOAL_LENS_RESULTS'];
  if (results) await writeFile(results, JSON.stringify({ passed: passes, failed: failures }));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
