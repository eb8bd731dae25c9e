// @ts-check

/**
 * The value below which this fraction of the sample lies, interpolated between neighbours.
 * @param {readonly number[]} sample
 * @param {number} fraction 0 to 1.
 */
export function quantile(sample, fraction) {
  const sorted = [...sample].sort((a, b) => a - b);
  const at = (sorted.length - 1) * fraction;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/**
 * The median of a sample.
 * @param {readonly number[]} sample
 */
export function median(sample) {
  return quantile(sample, 0.5);
}

/**
 * Formats a number with about three significant figures, at most two of them decimals.
 * @param {number} value
 */
export function rounded(value) {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/**
 * Formats a sample for a table: median (min–max).
 * @param {readonly number[]} sample
 */
export function spread(sample) {
  return `${rounded(median(sample))} (${rounded(Math.min(...sample))}–${rounded(Math.max(...sample))})`;
}

/**
 * How many times larger the first sample's median is.
 * @param {readonly number[]} sample
 * @param {readonly number[]} base
 */
export function ratio(sample, base) {
  return `${rounded(median(sample) / median(base))} ×`;
}
