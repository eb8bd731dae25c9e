import { GoalCatalog } from '../../src/core/catalog/goalCatalog';
import { shownReferences } from '../../src/core/editing/shownReferences';
import { parsePathMap, type PathMap } from '../../src/core/paths/pathMap';
import { unknownKeys } from '../../src/core/check/unknownKeys';
import type { Remote } from '../../src/core/references/remote';
import type { TrackerState } from '../../src/core/tracker/trackerState';
import { goalsFileState, goalsFileTracker } from '../../src/teamFiles/goalsFile/goalsFileState';
import { lastingProblems } from '../../src/core/check/lastingProblems';
import { parseGoalsFile } from '../../src/teamFiles/goalsFile/parseGoalsFile';
import type { Problem } from '../../src/teamFiles/goalsFile/problem';
import { assertGrowsAsSize } from '../support/growth';

const folder = 'file:///shop';

/** A folder of somebody else: its goals file, its path map, and the lines of a document that is open in it. */
interface Folder {
  readonly goals: string;
  readonly paths?: string;
  readonly lines?: readonly string[];
  /** How many remotes the repository has, each in a group of its own. */
  readonly remotes?: number;
}

/** What the host has once the files are parsed, which happens elsewhere or is tested by itself. */
interface Parsed {
  readonly state: TrackerState;
  readonly problems: readonly Problem[];
  readonly map: PathMap;
  readonly lines: readonly string[];
  readonly remotes: readonly Remote[];
}

function each(count: number, piece: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => piece(at)).join('');
}

function goalsOf(...parts: readonly string[]): string {
  return `goals:\n- {key: X-0, title: x, level: item}\n${parts.join('')}`;
}

/** Goals that list numbers, fifty each. */
function listing(count: number, numberAt: (at: number) => string): string {
  const numbers = Array.from({ length: count }, (_, at) => `"${numberAt(at)}"`);
  return each(
    Math.ceil(count / 50),
    (at) =>
      `- {key: A-${at}, title: a, level: item, references: [${numbers.slice(50 * at, 50 * at + 50).join(', ')}]}\n`,
  );
}

const goalEach = (count: number, prefix: string, more: (at: number) => string): string =>
  each(count, (at) => `- {key: ${prefix}-${at}, title: a, level: item, ${more(at)}}\n`);

/** Lines that all differ, as those that are the same are searched once. */
const linesOf = (count: number, text: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => `${at} ${text(at)}`);

/** What has cost the square or the cube of its size, or could. */
const shapes: Readonly<Record<string, (size: number) => Folder>> = {
  'one number in many places, as parents': (size) => ({
    goals: goalsOf(
      listing(600 * size, (at) => `o/r${at}#1`),
      goalEach(12 * size, 'B', () => 'parent: "#1"'),
    ),
  }),
  'one number in many places, in a document': (size) => ({
    goals: goalsOf(listing(600 * size, (at) => `o/r${at}#1`)),
    lines: linesOf(60 * size, () => 'see #1'),
  }),
  'one number in many places, each of them named': (size) => ({
    goals: goalsOf(listing(600 * size, (at) => `o/r${at}#1`)),
    lines: linesOf(600 * size, (at) => `o/r${at}#1 and r${at}#1, https://x.example/o/r${at}/issues/1`),
  }),
  'projects beside many remotes': (size) => ({
    goals: goalsOf(listing(600 * size, (at) => `g/shop#${at}`)),
    lines: linesOf(60 * size, (at) => each(10, (of) => `shop#${10 * at + of} `)),
    remotes: 600 * size,
  }),
  'one project of many groups beside many remotes': (size) => ({
    goals: goalsOf(listing(600 * size, (at) => `g${at}/shop#1`)),
    lines: linesOf(60 * size, () => 'shop#1'),
    remotes: 600 * size,
  }),
  'epics of one group above many remotes': (size) => ({
    goals: goalsOf(
      listing(300 * size, (at) => `g1&${at}`),
      listing(300 * size, (at) => `g2&${at}`),
    ),
    lines: linesOf(60 * size, (at) => each(5, (of) => `&${5 * at + of} `)),
    remotes: 600 * size,
  }),
  'one number of many goals': (size) => ({
    goals: goalsOf(goalEach(250 * size, 'A', () => 'references: ["o/r#1"]')),
    lines: linesOf(250 * size, (at) => `#1 o/r#1 https://x${at}.example/o/r/issues/1`),
  }),
  'one address of many goals': (size) => ({
    goals: goalsOf(goalEach(250 * size, 'A', () => 'references: ["https://x.example/o/r/issues/1"]')),
    lines: linesOf(250 * size, () => 'https://x.example/o/r/issues/1'),
  }),
  'many epics of many groups': (size) => ({
    goals: goalsOf(listing(600 * size, (at) => `g${at}&1`)),
    lines: linesOf(60 * size, () => 'see &1'),
  }),
  'entries with errors beside unknown keys': (size) => ({
    goals: goalsOf(each(500 * size, (at) => `- key: B-${at}\n`)),
    paths: each(500 * size, (at) => `a${at} K-${at}\n`),
  }),
  'goals that cover one item': (size) => ({
    goals: goalsOf(goalEach(400 * size, 'A', () => 'covers: [X-0]')),
  }),
  'goals that cover one item below one goal with many above': (size) => ({
    goals: goalsOf(
      '- {key: H-0, title: h, level: epic}\n',
      goalEach(200 * size, 'A', () => 'parent: H-0, covers: [X-0]'),
      goalEach(200 * size, 'B', () => 'covers: [H-0]'),
    ),
  }),
  'a chain of parents': (size) => ({
    goals: goalsOf(goalEach(400 * size, 'A', (at) => `parent: A-${at + 1}`)),
  }),
  'parents that are nowhere': (size) => ({
    goals: goalsOf(goalEach(400 * size, 'A', (at) => `parent: N-${at}, blockedBy: ["o/r#${at}"]`)),
    paths: each(400 * size, (at) => `a${at} A-${at} N-${at}\n`),
  }),
};

function parsed({ goals, paths = '', lines = [], remotes: count = 0 }: Folder): Parsed {
  const more = Array.from({ length: count }, (_, at) => ({ host: 'x.example', path: `g${at}/shop` }));
  const remotes = [{ host: 'x.example', path: 'o/shop' }, ...more];
  const tracker = goalsFileTracker(folder);
  const result = parseGoalsFile(goals, tracker.id);
  const state = goalsFileState(tracker, result, 0);
  return { state, problems: result.problems, map: parsePathMap(paths), lines, remotes };
}

/** What the host does on its own thread once it has them. */
function used({ state, problems, map, lines, remotes }: Parsed): unknown {
  // A list of its own, as what is kept about one would be found again by the next measurement.
  const brokenKeys = state.brokenKeys && { brokenKeys: [...state.brokenKeys] };
  const catalog = new GoalCatalog([{ ...state, ...brokenKeys }]);
  const references = catalog.in({ folder, remotes });
  const bare = catalog.in({ folder, remotes: [] });
  return [
    catalog.relations,
    lastingProblems(problems, catalog, folder),
    unknownKeys(map.keys, catalog, folder),
    lines.map((line) => [shownReferences(line, references, 'prose'), shownReferences(line, bare, 'prose')]),
  ];
}

describe('The time that a whole folder of others takes', function () {
  this.timeout(120_000);
  for (const [name, shape] of Object.entries(shapes)) {
    it(`grows no faster than its files: ${name}`, () => {
      const inputs = [1, 2, 4, 8].map((size) => parsed(shape(size)));
      assertGrowsAsSize(name, inputs, used);
    });
  }
});
