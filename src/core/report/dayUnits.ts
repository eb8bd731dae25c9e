/** A person-day in whole units: the least common multiple of 1 to 16, so that equal parts are exact. */
export const dayUnits = 720_720;

/**
 * Divides a whole number in proportion to weights into whole numbers that always sum to it: each part is rounded down,
 * and the remainder goes to the parts one by one, in order.
 *
 * @param weights whole numbers, 0 or more; if all are 0, the parts are equal
 */
export function divide(total: number, weights: readonly number[]): number[] {
  if (weights.length === 1) return [total];
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return divideEqually(total, weights.length);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  let rest = total - parts.reduce((all, part) => all + part, 0);
  return parts.map((part, at) => {
    if (rest === 0 || weights[at] === 0) return part;
    rest -= 1;
    return part + 1;
  });
}

/** Divides a whole number in the same way into as many equal parts; none if the count is 0. */
export function divideEqually(total: number, count: number): number[] {
  const part = Math.floor(total / count);
  return Array.from({ length: count }, (_, at) => (at < total - part * count ? part + 1 : part));
}
