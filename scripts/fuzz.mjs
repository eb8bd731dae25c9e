// @ts-check
// Coverage-guided fuzzing of everything that reads foreign input: npm run test:fuzz -- [TARGET] [--seconds N]
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expectAtMost, readCommandLine, wholeNumber, wrongUsage } from './commandLine.mjs';
import { projectRoot } from './install.mjs';

const usage = `npm run test:fuzz -- [TARGET] [options]
  TARGET         one of test/fuzz/targets; without it all of them
  --seconds N    how long, all targets together (60)
  --seed N       begin with other mutations; what is found is repeated by its file, not by the seed
  -h, --help     print this

An input that throws, takes 5 seconds of the processor or half a gigabyte stays in out/fuzz/found: make it a test.
Inputs that led to new code stay in out/fuzz/corpus and are where the next run begins.`;

process.chdir(projectRoot);
const { values, positionals } = readCommandLine(usage, {
  seconds: { type: 'string' },
  seed: { type: 'string' },
});
expectAtMost(positionals, 1);
const seconds = wholeNumber('--seconds', values.seconds ?? '60', 1, 1_000_000);
const seed = values.seed === undefined ? Date.now() | 0 : wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1);
const all = readdirSync('test/fuzz/targets')
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();
const [only] = positionals;
if (only !== undefined && !all.includes(only)) {
  wrongUsage(`There is no target '${only}', only ${all.join(', ')}`);
}
const targets = only === undefined ? all : [only];

await build({
  entryPoints: targets.map((target) => `test/fuzz/targets/${target}.ts`),
  outdir: 'out/fuzz/targets',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
});
mkdirSync('out/fuzz/found', { recursive: true });

/** @type {string[]} */
const found = [];
for (const target of targets) {
  const share = Math.max(1, Math.floor(seconds / targets.length));
  const { status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=512', 'scripts/fuzz/run.mjs', target, String(share), String(seed)],
    // A process that hangs must be killed from outside.
    { stdio: 'inherit', timeout: (share + 60) * 1000, killSignal: 'SIGKILL' },
  );
  if (status === 0) continue;
  const kept = join('out/fuzz/found', `${target}-${Date.now()}`);
  const current = join('out/fuzz', `${target}.current`);
  if (existsSync(current)) copyFileSync(current, kept);
  found.push(`${target}: ${kept}`);
}
console.log(found.length === 0 ? '\nNothing was found.' : `\nFOUND:\n${found.join('\n')}`);
process.exitCode = found.length === 0 ? 0 : 1;
