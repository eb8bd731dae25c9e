import type { Currency, Money } from '../money';

export interface CartLine {
  readonly sku: string;
  readonly name: string;
  readonly price: Money;
  readonly taxRate: number;
  readonly quantity: number;
}

export interface Cart {
  readonly currency: Currency;
  readonly lines: readonly CartLine[];
  readonly changedAt: number;
}

/** More of one product than a delivery van carries is a typing error. */
const maxQuantity = 500;

export function emptyCart(currency: Currency, now: number): Cart {
  return { currency, lines: [], changedAt: now };
}

/** Adds a line, or raises the quantity where the cart already has the product. */
export function addLine(cart: Cart, line: CartLine, now: number): Cart {
  const existing = cart.lines.find(({ sku }) => sku === line.sku);
  if (existing) return setQuantity(cart, line.sku, existing.quantity + line.quantity, now);
  return { ...cart, lines: [...cart.lines, line], changedAt: now };
}

/** A quantity of zero removes the line. */
export function setQuantity(cart: Cart, sku: string, quantity: number, now: number): Cart {
  const wanted = Math.min(Math.max(0, Math.trunc(quantity)), maxQuantity);
  const lines = cart.lines.map((line) => (line.sku === sku ? { ...line, quantity: wanted } : line));
  return { ...cart, lines: lines.filter((line) => line.quantity > 0), changedAt: now };
}

/** Joins the cart of this device with the one kept for the account; for a product in both, the newer cart wins. */
export function mergeCarts(device: Cart, account: Cart): Cart {
  const [newer, older] = device.changedAt >= account.changedAt ? [device, account] : [account, device];
  const known = new Set(newer.lines.map(({ sku }) => sku));
  return { ...newer, lines: [...newer.lines, ...older.lines.filter(({ sku }) => !known.has(sku))] };
}
