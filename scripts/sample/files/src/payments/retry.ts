import { isPassing } from './errors';
import type { Charge, Gateway, Receipt } from './gateway';

export interface RetryPolicy {
  readonly attempts: number;
  readonly firstDelayMs: number;
  /** A shopper looks at a spinner for this long before giving up. */
  readonly patienceMs: number;
}

export const defaultPolicy: RetryPolicy = { attempts: 3, firstDelayMs: 800, patienceMs: 9_000 };

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Charges the card, and tries again where the failure is of the passing kind. All attempts carry the same idempotency
 * key, so a charge that did go through is not made twice.
 */
export async function chargeWithRetry(
  gateway: Gateway,
  charge: Charge,
  policy: RetryPolicy = defaultPolicy,
  wait: (ms: number) => Promise<void> = sleep,
): Promise<Receipt> {
  let waited = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      return await gateway.charge(charge);
    } catch (error) {
      if (!isPassing(error) || attempt >= policy.attempts) throw error;
      const delay = error.retryAfterMs ?? backoff(policy, attempt);
      waited += delay;
      if (waited > policy.patienceMs) throw error;
      await wait(delay);
    }
  }
}

/** Doubles with every attempt: 0.8 s, 1.6 s, 3.2 s. */
export function backoff(policy: RetryPolicy, attempt: number): number {
  return policy.firstDelayMs * 2 ** (attempt - 1);
}
