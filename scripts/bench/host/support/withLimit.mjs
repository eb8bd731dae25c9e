// @ts-check

/**
 * Gives up on a promise after a while, and says what it waited for.
 * @template T
 * @param {Promise<T>} promise
 * @param {string} what
 * @param {number} [timeout] Milliseconds.
 * @returns {Promise<T>}
 */
export async function withLimit(promise, what, timeout = 30_000) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not within ${timeout / 1000} s: ${what}.`)), timeout);
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (limit)]);
  } finally {
    clearTimeout(timer);
  }
}
