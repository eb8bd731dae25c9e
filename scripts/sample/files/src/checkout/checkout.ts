import type { Cart } from '../cart/cart';
import { clearCart, type CartStore } from '../cart/storage';
import { totals } from '../cart/totals';
import type { Money } from '../money';
import type { Gateway, Receipt } from '../payments/gateway';
import { chargeWithRetry } from '../payments/retry';

export interface Order {
  readonly number: string;
  readonly receipt: Receipt;
}

export interface CheckoutRequest {
  readonly cart: Cart;
  readonly delivery: Money;
  readonly cardToken: string;
  /** One key for all attempts of this checkout: see docs/decisions/0003. */
  readonly idempotencyKey: string;
}

/** Pays and places the order. Whatever goes wrong before the charge is confirmed leaves the cart as it is. */
export async function placeOrder(
  request: CheckoutRequest,
  gateway: Gateway,
  store: CartStore,
): Promise<Order> {
  const { cart, delivery, cardToken, idempotencyKey } = request;
  if (cart.lines.length === 0) throw new Error('An empty cart cannot be paid');
  const amount = totals(cart, delivery).toPay;
  const receipt = await chargeWithRetry(gateway, { amount, cardToken, idempotencyKey });
  clearCart(store);
  return { number: orderNumber(receipt), receipt };
}

/** Short enough to read out on the phone. */
export function orderNumber(receipt: Receipt): string {
  return `CS-${receipt.id.slice(-6).toUpperCase()}`;
}
