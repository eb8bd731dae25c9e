import type { Cart } from './cart';

const storageKey = 'corner-shop.cart';

/** The part of the browser's storage that the cart needs. */
export interface CartStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export function saveCart(store: CartStore, cart: Cart): void {
  store.setItem(storageKey, JSON.stringify(cart));
}

/** The kept cart; a damaged one counts as none. */
export function loadCart(store: CartStore): Cart | undefined {
  const text = store.getItem(storageKey);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Cart;
  } catch {
    return undefined;
  }
}

/** Called in one place only: after the gateway has confirmed the charge. */
export function clearCart(store: CartStore): void {
  store.removeItem(storageKey);
}

/** How long a cart is offered again after its last change. */
const keepFor = 30 * 24 * 60 * 60 * 1000;

/** The cart to offer when a session starts again, unless it is too old to be meant. */
export function restoreCart(store: CartStore, now: number): Cart | undefined {
  const cart = loadCart(store);
  return cart && now - cart.changedAt <= keepFor ? cart : undefined;
}
