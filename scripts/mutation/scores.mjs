// @ts-check

/**
 * @typedef {object} Mutant
 * @property {string} status
 * @property {string} mutatorName
 * @property {string} [replacement]
 * @property {{ start: { line: number, column: number } }} location
 *
 * @typedef {object} Report What Stryker writes, as far as it is read here.
 * @property {Record<string, { source: string, mutants: Mutant[] }>} files
 *
 * @typedef {object} Score
 * @property {string} path
 * @property {number} score in percent
 * @property {number} killed
 * @property {number} counted
 */

/** The least score of every file, in percent. */
export const leastInFile = 85;
/** The least score of all files of an area together, in percent. */
export const leastInAll = 90;

const noticed = new Set(['Killed', 'Timeout']);
const missed = new Set(['Survived', 'NoCoverage']);

/**
 * The share of mutants that a test noticed: in every file, worst first, and in all of them together.
 * @param {Report} report
 * @returns {{ files: Score[], all: Score }}
 */
export function scoresOf(report) {
  const files = Object.entries(report.files)
    .map(([path, { mutants }]) => score(path, mutants))
    .filter(({ counted }) => counted > 0)
    .sort((a, b) => a.score - b.score);
  const all = score(
    'all files',
    Object.values(report.files).flatMap(({ mutants }) => mutants),
  );
  return { files, all };
}

/**
 * @param {string} path
 * @param {readonly Mutant[]} mutants
 * @returns {Score}
 */
function score(path, mutants) {
  const killed = mutants.filter(({ status }) => noticed.has(status)).length;
  const counted = killed + mutants.filter(({ status }) => missed.has(status)).length;
  return { path, killed, counted, score: (100 * killed) / counted };
}

/**
 * The mutants that no test noticed, one per line.
 * @param {Report} report
 */
export function survivorsOf(report) {
  return Object.entries(report.files).flatMap(([path, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => missed.has(status))
      .map(({ status, mutatorName, replacement = '', location: { start } }) => {
        const change = replacement.replace(/\s+/g, ' ').slice(0, 100);
        const code = (lines[start.line - 1] ?? '').trim().slice(0, 110);
        return `${path}:${start.line}:${start.column} ${status} ${mutatorName} → ${change}   | ${code}`;
      });
  });
}
