// @ts-check
// Fuzzes one target in its own process: node scripts/fuzz/run.mjs TARGET SECONDS SEED
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Coverage } from './coverage.mjs';
import { mutate } from './mutate.mjs';

const [target = '', seconds = '10', seed = '1'] = process.argv.slice(2);
/** The most time for one input, in milliseconds of CPU time, so that other programs do not count. */
const maxCpuMs = 5000;
/** How many inputs to run between coverage queries: a query takes longer than most inputs. */
const batchSize = 64;

const bundle = resolve('out/fuzz/targets', `${target}.js`);
/** @type {(data: Buffer) => unknown} */
const fuzz = createRequire(import.meta.url)(bundle).fuzz;
const corpusFolder = join('out/fuzz/corpus', target);
/** Written before each run, so that it names the input if the process ends or hangs. */
const currentFile = join('out/fuzz', `${target}.current`);
const coverage = new Coverage(`${target}.js`);
const random = randomFrom(Number(seed));
/** @type {Set<string>} */
const seen = new Set();
/** @type {Buffer[]} */
const corpus = [Buffer.alloc(0)];
let runs = 0;

mkdirSync(corpusFolder, { recursive: true });
for (const folder of [join('test/fuzz/corpus', target), corpusFolder]) {
  // A new target starts from nothing.
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    await learn(readFileSync(join(folder, name)));
}
const end = Date.now() + Number(seconds) * 1000;
while (Date.now() < end) {
  const batch = Array.from({ length: batchSize }, () => mutate(corpus, random));
  for (const input of batch) await run(input);
  if (isNew(coverage.take(), false)) for (const input of batch) await learn(input);
  // Awaiting microtasks alone would keep the process from noticing that it should end.
  await setImmediate();
}
rmSync(currentFile, { force: true });
console.log(
  `${target}: ${runs} runs, ${corpus.length} inputs that led to new code, ${seen.size} parts reached`,
);
process.exit(0);

/** @param {Buffer} input */
async function run(input) {
  writeFileSync(currentFile, input);
  const before = process.cpuUsage();
  await fuzz(input);
  const { user, system } = process.cpuUsage(before);
  runs += 1;
  if ((user + system) / 1000 > maxCpuMs) throw new Error(`It took ${Math.round((user + system) / 1000)} ms.`);
}

/** Keeps an input that reaches new code. @param {Buffer} input */
async function learn(input) {
  coverage.take();
  await run(input);
  if (!isNew(coverage.take(), true)) return;
  corpus.push(input);
  writeFileSync(join(corpusFolder, createHash('sha256').update(input).digest('hex').slice(0, 20)), input);
}

/**
 * @param {readonly string[]} parts
 * @param {boolean} isKept
 */
function isNew(parts, isKept) {
  const fresh = parts.filter((part) => !seen.has(part));
  if (isKept) for (const part of fresh) seen.add(part);
  return fresh.length > 0;
}

/** Mulberry32, a seeded random generator. @param {number} state */
function randomFrom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
