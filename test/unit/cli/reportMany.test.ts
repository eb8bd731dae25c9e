import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { runCli } from '../../../src/cli/runCli';
import { dayUnits } from '../../../src/core/report/dayUnits';
import type { Fact } from '../../../src/core/report/facts';
import { factsJsonSchema, readFacts } from '../../../src/presentation/report/factsSchema';
import { factsText } from '../../../src/presentation/report/factsText';
import type { ReportRecord } from '../../../src/presentation/report/reportSchema';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings } from '../git/landing/landingFixture';
import { goalsFile, reportCommits, runReport, type ReportRun } from './reportRun';

describe('goal-lens report on several repositories', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  let home: string;

  const run = (...args: string[]): Promise<ReportRun> => runReport(repository.root, home, args);
  async function record(...args: string[]): Promise<ReportRecord> {
    const { exitCode, out } = await run('--weeks', '4', ...args, '--format', 'json');
    assert.equal(exitCode, 0);
    return JSON.parse(out) as ReportRecord;
  }

  before(() => {
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    repository = new GitRepositoryFixture();
    importLandings(repository.root, reportCommits);
    repository.git('reset', '--quiet', '--hard', 'main');
    repository.write('.goals/goals.yaml', goalsFile);
  });
  after(() => {
    repository.remove();
    rmSync(home, { recursive: true, force: true });
  });

  it('adds repositories up, with the goals of all of them', async () => {
    const other = new GitRepositoryFixture();
    try {
      importLandings(
        other.root,
        ['ana', 'ben', 'chi'].map((author, at) => ({
          ...{ author, at: at + 1, files: ['lib/a.ts'] },
          message: ['For SHOP-7', 'For LIB-1', 'Tidy'][at] ?? '',
        })),
      );
      other.git('reset', '--quiet', '--hard', 'main');
      other.write(
        '.goals/goals.yaml',
        'schema: goal-lens/v1\ngoals:\n  - { key: LIB-1, title: Library, level: initiative, priority: P2 }\n',
      );
      const alone = await record();
      const both = await record('--repo', repository.root, '--repo', other.root);
      assert.equal(both.totals.personDays, (alone.totals.personDays ?? 0) + 3);
      assert.equal(both.totals.commits, alone.totals.commits + 3);
      assert.deepEqual(
        both.repositories.map(({ commits, personDays }) => [commits, personDays]),
        [
          [alone.totals.commits, alone.totals.personDays],
          [3, 3],
        ],
      );
      const daysOf = ({ goals }: ReportRecord, key: string) =>
        goals.find(({ reference }) => reference === key)?.personDays;
      assert.equal(daysOf(both, 'SHOP-7'), (daysOf(alone, 'SHOP-7') ?? 0) + 1);
      assert.equal(daysOf(both, 'LIB-1'), 1);
      assert.ok(both.noGoal.folders.some(({ folder }) => folder === 'lib'));
      assert.match((await run('--weeks', '4', '--repo', '.', '--repo', other.root)).out, /2 repositories/);
      assert.equal((await run('--repo', '.', '--repo', other.root, '--path', 'lib')).exitCode, 2);
    } finally {
      other.remove();
    }
  });

  it('states no person-days of several repositories where one has fewer than three people', async () => {
    const small = new GitRepositoryFixture();
    try {
      importLandings(small.root, [{ message: 'For SHOP-7', at: 1, author: 'ana' }]);
      const { out } = await run('--weeks', '4', '--format', 'json', '--repo', '.', '--repo', small.root);
      assert.doesNotMatch(out, /"personDays": [0-9]/);
    } finally {
      small.remove();
    }
  });

  it('writes facts that sum to the report, and merges those of several repositories in any order', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'goal-lens-facts-'));
    const other = new GitRepositoryFixture();
    try {
      importLandings(
        other.root,
        ['ana', 'ben', 'chi'].map((author) => ({ message: 'For SHOP-7', at: 1, author })),
      );
      const write = async (name: string, ...args: string[]): Promise<string> => {
        const file = join(dir, name);
        const { exitCode } = await run('--weeks', '4', '--format', 'ndjson', '-o', file, ...args);
        assert.equal(exitCode, 0);
        return file;
      };
      const one = await write('one');
      const two = await write('two', '--repo', other.root, '--repo', repository.root);
      const factsIn = (text: string): Fact[] => {
        const facts = readFacts(text);
        assert.ok(typeof facts !== 'number');
        return facts;
      };
      const facts = factsIn(readFileSync(one, 'utf8'));
      const { totals } = await record();
      assert.equal(facts.reduce((sum, { changes }) => sum + changes, 0) / dayUnits, totals.commits);
      assert.ok(
        facts.every(({ effort }) => effort === null),
        'a week of few people tells no person-days',
      );
      const validate = new Ajv({ strict: false, formats: { date: true } }).compile(factsJsonSchema());
      for (const line of readFileSync(two, 'utf8').trim().split('\n')) {
        assert.ok(validate(JSON.parse(line)), JSON.stringify(validate.errors));
      }
      const merge = async (...files: string[]): Promise<ReportRun> => {
        let [out, err] = ['', ''];
        const exitCode = await runCli(['merge', ...files], {
          ...{ platform: 'linux', home, env: {}, cwd: dir, version: '1.2.3', now: 0 },
          print: (text) => (out += text),
          complain: (text) => (err += text),
        });
        return { exitCode, out, err };
      };
      const alone = factsText(
        factsIn(readFileSync(two, 'utf8')).filter((each) => each.repository !== facts[0]?.repository),
      );
      writeFileSync(join(dir, 'alone'), alone);
      const merged = await merge('one', 'alone');
      assert.equal(merged.out, readFileSync(two, 'utf8'));
      assert.equal((await merge('alone', 'one')).out, merged.out);
      const twice = await merge('one', 'two');
      assert.deepEqual([twice.exitCode, twice.err.includes('would count twice')], [2, true]);
      writeFileSync(join(dir, 'bad'), 'x');
      assert.match((await merge('bad')).err, /Line 1 of “bad” is no fact/);
      assert.match((await merge('gone')).err, /cannot be read/);
    } finally {
      other.remove();
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
