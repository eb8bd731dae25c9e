import type { AnswerHeaders, RateLimit } from './dialect';

/** The number in a header; undefined if it is missing or not a number. */
export function headerNumber(headers: AnswerHeaders, name: string): number | undefined {
  const text = headers[name]?.trim();
  const value = text ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The limit in three headers of the common form, if present; `timeOf` reads the reset in the tracker's own unit. */
export function rateLimitIn(
  headers: AnswerHeaders,
  prefix: string,
  timeOf: (reset: string) => number,
): RateLimit | undefined {
  const remaining = headerNumber(headers, `${prefix}-remaining`);
  const limit = headerNumber(headers, `${prefix}-limit`);
  const reset = headers[`${prefix}-reset`]?.trim();
  const resetAt = reset ? timeOf(reset) : NaN;
  const found = {
    ...(remaining !== undefined && { remaining }),
    ...(limit !== undefined && { limit }),
    ...(Number.isFinite(resetAt) && { resetAt }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** A reset in epoch seconds, as most trackers give it, in epoch milliseconds. */
export function epochSeconds(reset: string): number {
  return Number(reset) * 1000;
}
