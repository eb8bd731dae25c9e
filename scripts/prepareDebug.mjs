// @ts-check
// Builds what F5 opens (.vscode/launch.json): the sample shop in out/corner-shop and, with --tests, the host tests.
import { join } from 'node:path';
import { expectAtMost, readCommandLine } from './commandLine.mjs';
import { projectRoot } from './install.mjs';
import { makeSample } from './sample/makeSample.mjs';

const usage = `node scripts/prepareDebug.mjs [options]
  --tests      build the extension-host tests as well
  -h, --help   print this`;

const { values, positionals } = readCommandLine(usage, { tests: { type: 'boolean', default: false } });
expectAtMost(positionals, 0);
process.chdir(projectRoot);
await makeSample(join(projectRoot, 'out/corner-shop'));
if (values.tests) {
  const { buildHostTests } = await import('./buildHostTests.mjs');
  await buildHostTests();
}
