import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance, injected so that tests control them. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** @throws the signal's reason when it is aborted */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/**
 * Whether something is no older than the given age. A time in the future comes from a clock that was wrong, and counts
 * as not fresh.
 */
export function isFresh(at: number | undefined, now: number, lastsMs: number): boolean {
  return at !== undefined && at <= now && now - at < lastsMs;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: async (milliseconds, signal) => {
    await delay(milliseconds, undefined, { signal });
  },
};
