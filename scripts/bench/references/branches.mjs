// @ts-check

/** @typedef {{ readonly name: string, readonly newest: number }} Branch A branch, and the newest item in its time. */

const mergeForm = /^Merge pull request #(\d+) from [\w-]+\/(\S+)$|^Merge branch '([^']+)'/;

/**
 * The branches that were merged or still exist. The newest item at the time of a branch is the highest number that a
 * commit until then reports as landed or closed.
 *
 * @param {readonly (readonly string[])[]} commits name, time, subject and body of each, the newest first
 * @param {string} heads name and time of each on a line
 * @param {import('./repositories.mjs').PublicRepository} repository
 * @returns {Branch[]}
 */
export function branchesOf(commits, heads, { counted, newest: highest }) {
  /** @type {{ time: number, newest: number }[]} */
  const clock = [];
  /** @type {Map<string, number>} */
  const found = new Map();
  let newest = 0;
  for (const [, time, subject = '', body = ''] of commits.toReversed()) {
    for (const [, ...numbers] of counted ? `${subject}\n${body}`.matchAll(counted) : []) {
      const number = Number(numbers.find(Boolean));
      if (number <= highest) newest = Math.max(newest, number);
    }
    clock.push({ time: Number(time), newest });
    const [, , ofRequest, ofBranch] = mergeForm.exec(subject) ?? [];
    const name = ofRequest ?? ofBranch;
    if (name !== undefined && !found.has(name)) found.set(name, newest);
  }
  for (const line of heads.split('\n').filter(Boolean)) {
    const [name = '', time] = line.split('\x01');
    const then = clock.findLast((each) => each.time <= Number(time));
    // One from before its tracker is there still, beside what is counted now.
    if (!found.has(name)) found.set(name, then?.newest || newest);
  }
  return [...found].map(([name, then]) => ({ name, newest: then }));
}

/**
 * The items, without the numbers that GitHub gave to pull requests.
 *
 * @param {ReadonlySet<number>} numbers
 * @param {readonly (readonly string[])[]} commits as for `branchesOf`
 */
export function withoutRequests(numbers, commits) {
  const items = new Set(numbers);
  for (const [, , subject = ''] of commits) {
    const [, number] = /^Merge pull request #(\d+)/.exec(subject) ?? [];
    items.delete(Number(number));
  }
  return items;
}

/**
 * The same references as of the time when this was the newest item.
 *
 * @template {{ newestBeside(text: string): number }} References
 * @param {References} references @param {number} newest @returns {References}
 */
export function asOf(references, newest) {
  return Object.create(references, { newestBeside: { value: () => newest } });
}
