import type { HttpClient } from '../infra/http';
import type { Money } from '../money';
import { failureOf } from './errors';

export interface Charge {
  readonly amount: Money;
  readonly cardToken: string;
  readonly idempotencyKey: string;
}

export interface Receipt {
  readonly id: string;
  readonly chargedAt: string;
}

export interface Gateway {
  charge(charge: Charge): Promise<Receipt>;
  refund(receiptId: string, amount: Money): Promise<void>;
}

const chargeTimeoutMs = 12_000;
const refundTimeoutMs = 30_000;

/** The card gateway. Amounts go out in cents; the idempotency key makes a repeated charge harmless. */
export function cardGateway(http: HttpClient, baseUrl: string): Gateway {
  return {
    async charge({ amount, cardToken, idempotencyKey }) {
      const answer = await http.post(`${baseUrl}/v2/charges`, {
        headers: { 'Idempotency-Key': idempotencyKey },
        body: { amount: amount.cents, currency: amount.currency, source: cardToken },
        timeoutMs: chargeTimeoutMs,
      });
      if (!answer.ok) throw failureOf(answer.status, answer.retryAfterSeconds);
      return answer.body as Receipt;
    },

    async refund(receiptId, amount) {
      const answer = await http.post(`${baseUrl}/v2/charges/${encodeURIComponent(receiptId)}/refunds`, {
        body: { amount: amount.cents },
        timeoutMs: refundTimeoutMs,
      });
      if (!answer.ok) throw failureOf(answer.status);
    },
  };
}
