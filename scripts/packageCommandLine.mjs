// @ts-check
// Builds the npm package of the command line: node scripts/packageCommandLine.mjs
import { expectAtMost, readCommandLine } from './commandLine.mjs';
import { packageNpm } from './packageNpm.mjs';

const usage = `npm run package:npm
  builds the command line and makes its npm package in out/npm
  -h, --help   print this`;

expectAtMost(readCommandLine(usage, {}).positionals, 0);
console.log(await packageNpm());
