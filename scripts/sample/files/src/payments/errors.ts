export type FailureCode =
  'declined' | 'expired-card' | 'insufficient-funds' | 'timeout' | 'gateway-busy' | 'unknown';

export class PaymentError extends Error {
  override readonly name = 'PaymentError';

  constructor(
    readonly code: FailureCode,
    readonly retryAfterMs?: number,
  ) {
    super(`Payment failed: ${code}`);
  }
}

const codeOfStatus: Readonly<Record<number, FailureCode>> = {
  402: 'declined',
  408: 'timeout',
  429: 'gateway-busy',
  503: 'gateway-busy',
  504: 'timeout',
};

/** The failure behind an answer of the gateway. */
export function failureOf(status: number, retryAfterSeconds?: number): PaymentError {
  const wait = retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000;
  return new PaymentError(codeOfStatus[status] ?? 'unknown', wait);
}

const passing: ReadonlySet<FailureCode> = new Set<FailureCode>(['timeout', 'gateway-busy']);

/**
 * Whether the same request may succeed a moment later. A declined card never does: trying
 * again only annoys the bank.
 */
export function isPassing(error: unknown): error is PaymentError {
  return error instanceof PaymentError && passing.has(error.code);
}
