import assert from 'node:assert/strict';

/** How long the texts are, in UTF-16 units: once, twice, four and eight times as long. */
const lengths = [4_000, 8_000, 16_000, 32_000];

/** The least of a few measurements of the processor's time, in milliseconds: other programs do not count. */
export function cpuMs(run: () => unknown): number {
  let least = Infinity;
  for (let count = 0; count < 5; count += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/**
 * Asserts that a reader takes no more than eight times as long for eight times as much of a shape. There is room for a
 * busy machine, and for the collector's threads, whose time counts as ours; what grows with the square takes
 * 64 times as long, and half a second for the longest text.
 */
export function assertGrowsAsText(shape: string, read: (text: string) => unknown): void {
  const times = lengths.map((length) => {
    const text = `${shape.repeat(Math.ceil(length / shape.length))}x`;
    return cpuMs(() => read(text));
  });
  const [first = 0, , , last = 0] = times;
  assert.ok(last < 150 || last < 24 * first, `${JSON.stringify(shape)}: ${times.join(', ')} ms`);
}
