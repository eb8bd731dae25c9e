// @ts-check
// Runs in its own Node.js: prints how long each pure part took, as JSON.
import { readFileSync } from 'node:fs';
import { GoalCatalog } from '../../../src/core/catalog/goalCatalog';
import { parsePathMap } from '../../../src/core/paths/pathMap';
import { openGoals, rankGoals } from '../../../src/core/views/ranking';
import { GoalList } from '../../../src/presentation/goalList/goalList';
import { parseGoalsFile } from '../../../src/teamFiles/goalsFile/parseGoalsFile';
import { goalsYaml, rulesText, syntheticGoals, tracker } from './inputs.mjs';
import { panelPart } from './panelPart.mjs';

/** @typedef {{ name: string, first: number, later: number[] }[]} PureFigures */

/** @type {PureFigures} */
const figures = [];

/**
 * @param {string} name
 * @param {number} calls How often it is called after the first time.
 * @param {(call: number) => unknown} part
 */
function time(name, calls, part) {
  const times = Array.from({ length: calls + 1 }, (_, call) => {
    const start = performance.now();
    part(call);
    return performance.now() - start;
  });
  const [first = NaN, ...later] = times;
  figures.push({ name, first, later });
}

const count = (/** @type {number} */ value) => value.toLocaleString('en');

const sample = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const state = panelPart(sample);
time(`panelState: a branch with one goal, a file with three`, 200, () => state());

const yaml = goalsYaml(20_000);
const { goals } = parseGoalsFile(goalsYaml(3), 'bench');
if (goals.length !== 3) throw new Error('The made goals file is not understood.');
time(`goals.yaml, ${count(20_000)} goals, ${(yaml.length / 1024 / 1024).toFixed(2)} MB: parse`, 2, () =>
  parseGoalsFile(yaml, 'bench'),
);
time("the sample's goals.yaml, 18 goals: parse", 20, () => parseGoalsFile(sample.goalsFile, 'bench'));

for (const size of [2000, 50_000]) {
  const state = tracker(syntheticGoals(size));
  time(`catalog of ${count(size)} goals: build`, 10, () => new GoalCatalog([state]));
  const catalog = new GoalCatalog([state]);
  const all = catalog.all();
  time(`rankGoals of ${count(size)} goals`, 10, () => rankGoals(all, catalog));
  const open = openGoals(all, catalog);
  const text = { language: 'en', now: Date.now(), revenue: /** @type {const} */ ('band') };
  const list = new GoalList({ open, closed: () => [], current: new Set(), scopes: {}, text });
  // The first key press builds the texts to search; the others are typed and taken back.
  time(`Check Priorities of ${count(size)} goals: one key`, 10, (call) =>
    list.rows(call % 2 === 0 ? 'a' : 'e'),
  );
}

const rules = rulesText(1000);
time('path map of 1,000 rules: parse', 10, () => parsePathMap(rules));
const map = parsePathMap(rules);
time('path map of 1,000 rules: one path', 200, (call) =>
  map.match(`packages/p${call % 50}/src/file${call}.ts`),
);

console.log(JSON.stringify(figures));
