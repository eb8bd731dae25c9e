import type { Currency, Money } from '../money';

export type DeliverySpeed = 'standard' | 'morning' | 'pickup';

export interface DeliveryOption {
  readonly speed: DeliverySpeed;
  readonly label: string;
  readonly cost: Money;
}

const costs: Readonly<Record<DeliverySpeed, number>> = { standard: 490, morning: 990, pickup: 0 };
const labels: Readonly<Record<DeliverySpeed, string>> = {
  standard: 'Within two working days',
  morning: 'Next working day before nine',
  pickup: 'Collect from the depot',
};

/** Standard delivery is free from here on. */
const freeFrom = 15_000;

export function deliveryCost(speed: DeliverySpeed, goods: Money): Money {
  const isFree = speed === 'standard' && goods.cents >= freeFrom;
  return { cents: isFree ? 0 : costs[speed], currency: goods.currency };
}

export function deliveryOptions(goods: Money): DeliveryOption[] {
  const speeds: DeliverySpeed[] = ['standard', 'morning', 'pickup'];
  return speeds.map((speed) => ({ speed, label: labels[speed], cost: deliveryCost(speed, goods) }));
}

/** What delivery costs at most, shown before the shopper has entered an address. */
export function estimatedDelivery(currency: Currency): Money {
  return { cents: costs.standard, currency };
}
