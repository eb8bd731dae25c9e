// @ts-check
// Packages the extension for publishing: node scripts/package.mjs
import { expectAtMost, readCommandLine } from './commandLine.mjs';
import { packageVsix } from './packageVsix.mjs';

const usage = `npm run package
  builds and packages the extension to out/goal-lens.vsix, as a pre-release where the minor version is odd
  -h, --help   print this`;

expectAtMost(readCommandLine(usage, {}).positionals, 0);
const { files } = await packageVsix();
console.log(`out/goal-lens.vsix has ${files.length} files.`);
