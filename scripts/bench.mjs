// @ts-check
// Measures the extension beside the smallest possible one: node scripts/bench.mjs [--runs N] [--only SERIES]
import { readBenchOptions } from './bench/options.mjs';
import { installPackages, projectRoot } from './install.mjs';

const options = readBenchOptions();
process.chdir(projectRoot);
installPackages();
// The series need packages that may have been installed just now.
const { runBench } = await import('./bench/run.mjs');
process.exitCode = (await runBench(options)) ? 0 : 1;
