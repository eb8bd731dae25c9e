import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a person calls, and how it is called without npm. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  'npm start': ['scripts/start.mjs'],
  'npm test': ['scripts/test.mjs'],
  'npm run bench': ['scripts/bench.mjs'],
  'npm run redmine': ['scripts/redmine/redmine.mjs'],
  'npm run release': ['scripts/release.mjs'],
  'npm run test:host': ['scripts/testHost.mjs'],
  'npm run test:desktop': ['scripts/testDesktop.mjs'],
  'npm run test:unit': ['--import', 'tsx', 'scripts/mochaSuite.mjs', 'unit'],
};

/** Beside unknown options: what makes no sense, and what the one line says of it. */
const nonsense: readonly (readonly [script: string, args: readonly string[], line: RegExp])[] = [
  ['npm start', ['shop'], /^Unexpected argument 'shop'/],
  ['npm start', ['--port', '99999'], /^--port takes a whole number from 0 to 65535, not '99999'/],
  ['npm start', ['--port', '-1'], /--port/],
  ['npm start', ['--tour'], /--tour/],
  ['npm start', ['--tour', 'x', '--desktop'], /^--tour drives VS Code in a browser/],
  ['npm start', ['--tour', 'x', '--part', 'lists'], /^The tour has no part 'lists': choose from panel, /],
  ['npm start', ['--part', 'goals'], /^--part goes with --tour/],
  ['npm test', ['unit'], /^Unexpected argument 'unit'/],
  ['npm run bench', ['--runs', '0'], /^--runs takes a whole number from 1 on, not '0'/],
  ['npm run bench', ['--runs', '2.5'], /^--runs takes/],
  ['npm run bench', ['--only', 'speed'], /^There is no series 'speed': choose from sizes, /],
  ['npm run redmine', ['toString'], /^There is no command 'toString'/],
  ['npm run redmine', ['start', '--port', ''], /^--port takes/],
  ['npm run redmine', ['start', 'again'], /^Unexpected argument 'again'/],
  ['npm run release', [], /^Say which version/],
  ['npm run test:host', ['nowhere'], /^There is no suite 'nowhere': choose from shop, /],
  ['npm run test:unit', ['no such file'], /^No test file in test\/unit has 'no such file' in its name/],
  ['npm run test:unit', ['--seed', 'dice'], /^--seed takes a whole number/],
];

describe('the command lines of the scripts', function () {
  this.timeout(20_000);

  const run = (script: string, args: readonly string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [...(scripts[script] ?? []), ...args], { encoding: 'utf8' });

  for (const script of Object.keys(scripts)) {
    it(`${script} prints its usage, and ends well`, () => {
      for (const option of ['--help', '-h']) {
        const { status, stdout, stderr } = run(script, [option]);
        assert.equal(status, 0, String(stderr));
        assert.match(
          String(stdout),
          script === 'npm run test:unit' ? /^npm run test:/ : new RegExp(`^${script}\\b`),
        );
        assert.match(String(stdout), /-h, --help/);
        assert.equal(stderr, '');
      }
    });

    it(`${script} refuses an option that it does not know`, () => {
      assertRefused(run(script, ['--nonsense']), /^Unknown option '--nonsense'\. See --help\.$/);
    });
  }

  for (const [script, args, line] of nonsense) {
    it(`${script} refuses ${args.join(' ') || 'to do without arguments'}`, () => {
      assertRefused(run(script, args), line);
    });
  }

  it('needs no package and installs none before it has read the command line', () => {
    const bare = mkdtempSync(join(tmpdir(), 'goal-lens bare '));
    try {
      const isOurs = (path: string): boolean => !path.includes('node_modules');
      cpSync('scripts', join(bare, 'scripts'), { recursive: true, filter: isOurs });
      for (const script of ['npm start', 'npm test', 'npm run bench', 'npm run redmine', 'npm run release']) {
        const call = (option: string): ReturnType<typeof spawnSync> =>
          spawnSync(process.execPath, [...(scripts[script] ?? []), option], { cwd: bare, encoding: 'utf8' });
        assertRefused(call('--nonsense'), /^Unknown option/);
        const { status, stderr } = call('--help');
        assert.equal(status, 0, String(stderr));
      }
      assert.deepEqual(readdirSync(bare), ['scripts']);
    } finally {
      rmSync(bare, { recursive: true });
    }
  });
});

/** One line on stderr, nothing on stdout, and the exit code for a wrong command line. */
function assertRefused({ status, stdout, stderr }: ReturnType<typeof spawnSync>, line: RegExp): void {
  const [first = '', ...rest] = String(stderr).split('\n');
  assert.match(first, line);
  assert.deepEqual(rest, ['']);
  assert.equal(stdout, '');
  assert.equal(status, 2);
}
