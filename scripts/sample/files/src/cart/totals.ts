import { add, times, zero, type Money } from '../money';
import type { Cart, CartLine } from './cart';

export interface Totals {
  readonly goods: Money;
  readonly discount: Money;
  readonly delivery: Money;
  readonly tax: Money;
  readonly toPay: Money;
}

export function lineTotal(line: CartLine): Money {
  return times(line.price, line.quantity);
}

export function goodsTotal(cart: Cart): Money {
  return cart.lines.map(lineTotal).reduce(add, zero(cart.currency));
}

/** Value added tax, rounded once per line as the tax office asks. */
export function taxTotal(cart: Cart): Money {
  return cart.lines.map((line) => times(lineTotal(line), line.taxRate)).reduce(add, zero(cart.currency));
}

/** Regular customers get 3 % on orders over 250. */
export function discountFor(goods: Money, isRegular: boolean): Money {
  return isRegular && goods.cents > 25_000 ? times(goods, -0.03) : zero(goods.currency);
}

/**
 * Everything the summary shows. Delivery is part of it from the first step on: a surprise at
 * the end loses the order.
 */
export function totals(cart: Cart, delivery: Money, isRegular = false): Totals {
  const goods = goodsTotal(cart);
  const discount = discountFor(goods, isRegular);
  const tax = taxTotal(cart);
  const toPay = [discount, delivery, tax].reduce(add, goods);
  return { goods, discount, delivery, tax, toPay };
}
