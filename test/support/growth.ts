import assert from 'node:assert/strict';

/** How long the texts are, in UTF-16 units: once, twice, four and eight times as long. */
const lengths = [4_000, 8_000, 16_000, 32_000];

const measurements = 5;

/** What a hostile text consists of: a piece repeated, or numbered pieces, whose keys, places and parents all differ. */
export type Shape = string | ((at: number) => string);

/** The least of a few measurements of the processor's time, in milliseconds: other programs do not count. */
export function cpuMs(run: () => unknown): number {
  let least = Infinity;
  for (let count = 0; count < measurements; count += 1) {
    const before = process.cpuUsage();
    run();
    least = Math.min(least, msSince(before));
  }
  return least;
}

async function settledCpuMs(run: () => unknown): Promise<number> {
  let least = Infinity;
  for (let count = 0; count < measurements; count += 1) {
    const before = process.cpuUsage();
    await run();
    least = Math.min(least, msSince(before));
  }
  return least;
}

function msSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Asserts that what is done takes no more than eight times as long for eight times as much. There is room for a busy
 * machine, and for the collector's threads, whose time counts as ours; what grows with the square takes 64 times as
 * long, and half a second for the largest.
 *
 * @param inputs of once, twice, four and eight times the size
 */
export function assertGrowsAsSize<T>(name: string, inputs: readonly T[], run: (input: T) => unknown): void {
  assertGrown(
    name,
    inputs.map((input) => cpuMs(() => run(input))),
  );
}

/** The same for what ends later. */
export async function assertSettlesAsSize<T>(
  name: string,
  inputs: readonly T[],
  run: (input: T) => unknown,
): Promise<void> {
  const times: number[] = [];
  for (const input of inputs) times.push(await settledCpuMs(() => run(input)));
  assertGrown(name, times);
}

function assertGrown(name: string, times: readonly number[]): void {
  const [first = 0, , , last = 0] = times;
  assert.ok(last < 150 || last < 24 * first, `${JSON.stringify(name)}: ${times.join(', ')} ms`);
}

/** Asserts that a reader takes no more than eight times as long for eight times as much of a shape. */
export function assertGrowsAsText(shape: Shape, read: (text: string) => unknown): void {
  const name = typeof shape === 'string' ? shape : shape(1);
  const texts = lengths.map((length) => `${textOf(shape, length)}x`);
  assertGrowsAsSize(name, texts, read);
}

function textOf(shape: Shape, length: number): string {
  if (typeof shape === 'string') return shape.repeat(Math.ceil(length / shape.length));
  const pieces: string[] = [];
  for (let total = 0; total < length;) {
    const piece = shape(pieces.length);
    pieces.push(piece);
    total += piece.length;
  }
  return pieces.join('');
}
