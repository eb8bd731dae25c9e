// @ts-check

/** @typedef {import('../../../src/core/goal/goal').Goal} Goal */

/** Every tenth goal is an initiative; the nine after it belong to it. @param {number} index */
function placeOf(index) {
  const parent = index - (index % 10);
  return index === parent ? { level: 'initiative' } : { level: 'item', parentKey: `SHOP-${parent}` };
}

/**
 * A goals file with this many goals.
 * @param {number} count
 */
export function goalsYaml(count) {
  const entries = Array.from({ length: count }, (_, index) => {
    const { level, parentKey } = placeOf(index);
    const own = parentKey ? `    parent: ${parentKey}\n` : `    priority: P${(index % 4) + 1}\n`;
    return `  - key: SHOP-${index}\n    title: Goal number ${index}\n    level: ${level}\n${own}`;
  });
  return `goals:\n${entries.join('')}`;
}

/**
 * The same goals as objects, with impact and target dates here and there.
 * @param {number} count
 * @returns {Goal[]}
 */
export function syntheticGoals(count) {
  return Array.from({ length: count }, (_, index) => ({
    id: `SHOP-${index}`,
    trackerId: 'bench',
    key: `SHOP-${index}`,
    title: `Goal number ${index}`,
    .../** @type {Pick<Goal, 'level' | 'parentKey'>} */ (placeOf(index)),
    ...(index % 10 === 0 && {
      priority: { rank: /** @type {1 | 2 | 3 | 4} */ ((index % 4) + 1), label: 'P' },
      impact: { customers: { value: (index * 7919) % 1000, field: 'impact.customers' } },
      targetDate: `2030-0${(index % 9) + 1}-01`,
    }),
    metrics: [],
    blockedByKeys: [],
    blocksKeys: [],
    labels: [],
  }));
}

/**
 * A tracker that holds these goals.
 * @param {readonly Goal[]} goals
 * @returns {import('../../../src/core/tracker/trackerState').TrackerState}
 */
export function tracker(goals) {
  return { id: 'bench', name: 'goals.yaml', phase: 'ready', goals, badEntries: 0 };
}

/**
 * A path map with this many rules, of the kinds that people write.
 * @param {number} count
 */
export function rulesText(count) {
  const kinds = [
    (/** @type {number} */ n) => `/packages/p${n % 50}/src/area${n}/`,
    (/** @type {number} */ n) => `/packages/p${n % 50}/**/*.test${n}.ts`,
    (/** @type {number} */ n) => `/services/s${n}/`,
    (/** @type {number} */ n) => `*.kind${n}`,
    (/** @type {number} */ n) => `docs/part${n}/*.md`,
  ];
  return Array.from({ length: count }, (_, n) => `${kinds[n % kinds.length]?.(n)} SHOP-${n}\n`).join('');
}
