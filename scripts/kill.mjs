// @ts-check
// Kills writing programs again and again and checks what they leave: npm run test:kill -- [TARGET] [--seconds N]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { expectAtMost, readCommandLine, wholeNumber, wrongUsage } from './commandLine.mjs';
import { projectRoot } from './install.mjs';

const usage = `npm run test:kill -- [TARGET] [options]
  TARGET         one of test/kill/targets; without it all of them in turn
  --seconds N    how long (60)
  -h, --help     print this

A process that writes is killed at a random moment. It fails where something is lost, or nothing can be written after
that; the folder with what was left is named.`;

process.chdir(projectRoot);
const { values, positionals } = readCommandLine(usage, { seconds: { type: 'string' } });
expectAtMost(positionals, 1);
const seconds = wholeNumber('--seconds', values.seconds ?? '60', 1, 1_000_000);
const load = createRequire(import.meta.url);
/** @type {{ buildVictim(folder: string): Promise<string>, killRound(victim: string, name: string, phase: number): Promise<number> }} */
const { buildVictim, killRound } = load('../test/kill/killRounds.ts');
/** @type {{ targets: Record<string, object> }} */
const { targets } = load('../test/kill/targets.ts');
const [only] = positionals;
if (only !== undefined && !(only in targets)) {
  wrongUsage(`There is no target '${only}', only ${Object.keys(targets).join(', ')}`);
}
const names = only === undefined ? Object.keys(targets) : [only];

const folder = mkdtempSync(join(tmpdir(), 'goal-lens-victim-'));
/** @type {Record<string, number>} */
const rounds = {};
let failures = 0;
try {
  const victim = await buildVictim(folder);
  const end = Date.now() + seconds * 1000;
  for (let at = 0; Date.now() < end; at += 1) {
    const name = names[at % names.length] ?? '';
    rounds[name] = (rounds[name] ?? 0) + 1;
    try {
      await killRound(victim, name, Math.random());
    } catch (error) {
      failures += 1;
      console.error(error);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const [name, count] of Object.entries(rounds)) console.log(`${name}: killed ${count} times`);
console.log(failures === 0 ? 'Nothing was lost.' : `${failures} FAILED`);
process.exitCode = failures === 0 ? 0 : 1;
