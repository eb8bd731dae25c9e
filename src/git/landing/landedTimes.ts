/** When the commits of a line landed. */
export interface LandedTimes {
  /** Epoch seconds, in the order of the commits; never later than a newer commit's. */
  readonly landed: Float64Array;
  /** How many commits have a date that is off by more than a day. */
  readonly wrongClocks: number;
}

const daySeconds = 86_400;

/**
 * When each commit of a first-parent line landed: its committer time, as far as that is possible. A commit cannot be
 * older than its parent or lie in the future; where dates contradict each other, as few as possible count as wrong
 * (those outside a longest non-decreasing sequence), and a commit with a wrong date lands with the one before it.
 * Taking the latest date so far instead would let one commit from the future take all later ones along.
 *
 * @param times the committers' times, newest first, in epoch seconds
 * @param now epoch seconds
 */
export function landedTimes(times: readonly number[], now: number): LandedTimes {
  const oldestFirst = times.map((time) => Math.min(time, now)).reverse();
  const kept = longestRise(oldestFirst);
  const landed = new Float64Array(times.length);
  let wrongClocks = 0;
  let last = oldestFirst[kept[0] ?? 0] ?? 0;
  let next = 0;
  oldestFirst.forEach((time, at) => {
    if (kept[next] === at) {
      last = time;
      next += 1;
    }
    const position = times.length - 1 - at;
    landed[position] = last;
    if (Math.abs((times[position] ?? 0) - last) > daySeconds) wrongClocks += 1;
  });
  return { landed, wrongClocks };
}

/** The positions of a longest non-decreasing sequence (patience sorting). */
function longestRise(values: readonly number[]): number[] {
  /** For each length, the position at which the sequence with the smallest end ends. */
  const ends: number[] = [];
  const before = new Int32Array(values.length);
  values.forEach((value, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  });
  const rise: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.push(at);
  return rise.reverse();
}
