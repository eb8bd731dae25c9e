// @ts-check
// The configuration of one area, named by GOAL_LENS_MUTATED; GOAL_LENS_PART is the part of it that is mutated, if not
// all, and GOAL_LENS_OWN says that only the tests of that part run.
import { areas } from './areas.mjs';

const name = process.env['GOAL_LENS_MUTATED'] ?? '';
const area = areas[name];
if (!area) throw new Error(`There is no area '${name}'.`);

// The first test that fails ends a mutant, so the tests of the part itself come first.
const part = process.env['GOAL_LENS_PART'] ?? '';
const ofPart = part.endsWith('.ts') ? `${part.slice(0, -3)}*.test.ts` : `${part}/**/*.test.ts`;
const first = part === '' ? [] : [`test/unit/**/${ofPart}`];
const isOwn = process.env['GOAL_LENS_OWN'] === 'yes';

export default {
  mutate: [`${area.folder}/**/*.ts`],
  testRunner: 'mocha',
  testRunnerNodeArgs: ['--import', 'tsx', '--import', './scripts/textModules.mjs'],
  mochaOptions: {
    'no-config': true,
    ui: 'bdd',
    require: ['./scripts/mutation/seed.cjs'],
    spec: isOwn ? first : [...first, ...area.tests],
    ignore: [...(area.without ?? [])],
  },
  coverageAnalysis: 'perTest',
  // Code that runs once, while a file loads, would need every test of the area for each mutant.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 5000,
  timeoutFactor: 3,
  // What is known of a mutant stays true while its file and the files of its tests are as they were.
  incremental: true,
  incrementalFile: `out/mutation/${name}${isOwn ? '.own' : ''}.known.json`,
  ignorePatterns: ['.vscode-test', 'out', 'dist', 'docs', 'media', 'examples'],
  tempDirName: `out/mutation/${name}-sandbox`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `out/mutation/${name}.json` },
  disableTypeChecks: 'src/**/*.ts',
  logLevel: 'warn',
};
