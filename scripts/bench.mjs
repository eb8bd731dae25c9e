// @ts-check
// Measures the extension beside the emptiest one there can be: node scripts/bench.mjs [--runs N] [--only SERIES]
import { parseOptions } from './bench/options.mjs';
import { installPackages, projectRoot } from './install.mjs';

process.chdir(projectRoot);
const options = parseOptions(process.argv.slice(2));
installPackages();
// The series need the packages that may just have been installed.
const { runBench } = await import('./bench/run.mjs');
process.exitCode = (await runBench(options)) ? 0 : 1;
