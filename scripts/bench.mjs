// @ts-check
// Measures the extension beside the emptiest one there can be: node scripts/bench.mjs [--runs N] [--only SERIES]
import { readBenchOptions } from './bench/options.mjs';
import { installPackages, projectRoot } from './install.mjs';

const options = readBenchOptions();
process.chdir(projectRoot);
installPackages();
// The series need the packages that may just have been installed.
const { runBench } = await import('./bench/run.mjs');
process.exitCode = (await runBench(options)) ? 0 : 1;
