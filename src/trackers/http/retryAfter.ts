import type { AnswerHeaders, RateLimit } from './dialect';

/** The longest pause that a tracker gets, whatever it asks for, in milliseconds. */
export const maxPauseMs = 15 * 60_000;

/** When a tracker wants to be asked again: by its Retry-After (RFC 9110, seconds or a date), or its own reset time. */
export function retryAt(
  headers: AnswerHeaders,
  limit: RateLimit | undefined,
  now: number,
): number | undefined {
  const wanted = retryAfter(headers['retry-after'], now) ?? usedUpUntil(limit, now);
  return wanted === undefined ? undefined : Math.min(Math.max(wanted, now), now + maxPauseMs);
}

/** When a used-up limit is reset; undefined if something is left, or the limit is an old one. */
function usedUpUntil(limit: RateLimit | undefined, now: number): number | undefined {
  const { remaining = 0, resetAt } = limit ?? {};
  return resetAt !== undefined && resetAt > now && remaining <= 0 ? resetAt : undefined;
}

function retryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return now + Number(text) * 1000;
  // Date.parse makes a date of almost anything: `-5` is in the year 2001.
  const time = /\d\d:\d\d:\d\d/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
