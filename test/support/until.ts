import assert from 'node:assert/strict';

/** Waits until a condition holds, and says which one where it does not within 15 s. */
export async function until<T>(
  what: string,
  check: () => T | Promise<T>,
): Promise<Exclude<T, null | undefined | false>> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== null && value !== false) {
      return value as Exclude<T, null | undefined | false>;
    }
    if (Date.now() > deadline) assert.fail(`Not within 15 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
