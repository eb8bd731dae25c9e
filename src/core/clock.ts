import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance, given from outside so that tests decide them. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** @throws the signal's reason when it is aborted */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/**
 * Whether something is not older than so long. A time in the future is that of a clock that
 * was wrong: it counts as never.
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
