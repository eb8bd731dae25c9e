import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { runCli } from '../../../src/cli/runCli';
import { dayUnits } from '../../../src/core/report/dayUnits';
import type { Fact } from '../../../src/core/report/facts';
import { factsJsonSchema, readFacts } from '../../../src/presentation/report/factsSchema';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings } from '../git/landing/landingFixture';
import { ReportFixture } from './reportFixture';
import { goalsFile, type ReportRun } from './reportRun';

describe('goal-lens merge', function () {
  this.timeout(60_000);
  let fixture: ReportFixture;
  let other: GitRepositoryFixture;
  let dir: string;

  before(() => {
    fixture = new ReportFixture();
    other = new GitRepositoryFixture();
    dir = mkdtempSync(join(tmpdir(), 'goal-lens-facts-'));
    const authors = ['ana', 'ben', 'chi'];
    importLandings(
      other.root,
      authors.map((author) => ({ message: 'For SHOP-7', at: 1, author })),
    );
    other.git('reset', '--quiet', '--hard', 'main');
    other.write('.goals/goals.yaml', goalsFile);
  });
  after(() => {
    fixture.remove();
    other.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  async function write(name: string, ...args: string[]): Promise<string> {
    const file = join(dir, name);
    const { exitCode } = await fixture.run('--weeks', '4', '--format', 'ndjson', '-o', file, ...args);
    assert.ok(exitCode <= 1);
    return readFileSync(file, 'utf8');
  }

  async function merge(...args: string[]): Promise<ReportRun> {
    let [out, err] = ['', ''];
    const exitCode = await runCli(['merge', ...args], {
      platform: 'linux',
      home: fixture.home,
      env: {},
      cwd: dir,
      version: '1.2.3',
      now: 0,
      print: (text) => (out += text),
      complain: (text) => (err += text),
    });
    return { exitCode, out, err };
  }

  function factsIn(text: string): Fact[] {
    const facts = readFacts(text);
    assert.ok(typeof facts !== 'number');
    return facts;
  }

  it('takes facts that sum to the report, as their schema describes them', async () => {
    const text = await write('one');
    const facts = factsIn(text);
    const { totals } = await fixture.record();
    assert.equal(facts.reduce((sum, { changes }) => sum + changes, 0) / dayUnits, totals.commits);
    assert.ok(
      facts.every(({ effort }) => effort === null),
      'a week of few people tells no person-days',
    );
    const validate = new Ajv({ strict: false, formats: { date: true } }).compile(factsJsonSchema());
    for (const line of text.trim().split('\n')) {
      assert.ok(validate(JSON.parse(line)), JSON.stringify(validate.errors));
    }
  });

  it('adds repositories up in any order, and refuses what would count twice', async () => {
    await write('one');
    const alone = await write('two', '--repo', other.root);
    assert.equal((await merge('two')).out, alone);
    const both = await merge('one', 'two');
    assert.equal(both.out, await write('both', '--repo', fixture.repository.root, '--repo', other.root));
    assert.equal((await merge('two', 'one')).out, both.out);
    const twice = await merge('one', 'both');
    assert.deepEqual([twice.exitCode, twice.err.includes('would count twice')], [2, true]);
  });

  it('says what is wrong with a file, and what to name for Parquet', async () => {
    writeFileSync(join(dir, 'bad'), 'x');
    assert.match((await merge('bad')).err, /Line 1 of “bad” is no fact/);
    assert.match((await merge('gone')).err, /cannot be read/);
    await write('one');
    assert.match((await merge('one', '--format', 'parquet', '-o', '-')).err, /name a file with -o/);
    assert.equal((await merge('one', '--format', 'parquet', '-o', 'one.parquet')).exitCode, 0);
    assert.equal(readFileSync(join(dir, 'one.parquet')).subarray(0, 4).toString(), 'PAR1');
  });

  it('keeps repositories apart whose folders have one name', async () => {
    const identities = new Set<string>();
    const remotes = ['https://robot:secret@git.shop.example/acme/app.git', 'git@github.com:acme/app', ''];
    for (const [at, remote] of remotes.entries()) {
      const root = join(dir, String(at), 'app');
      mkdirSync(join(dir, String(at)));
      const source = at === 2 ? fixture.repository : other;
      source.git('clone', '--quiet', source.root, root);
      const config = remote ? ['set-url', 'origin', remote] : ['remove', 'origin'];
      other.git('-C', root, 'remote', ...config);
      for (const { repository } of factsIn(await write(`app-${at}`, '--repo', root)))
        identities.add(repository);
    }
    const [first = ''] = fixture.repository.git('rev-list', '--max-parents=0', 'main').split('\n');
    assert.deepEqual(
      [...identities],
      ['git.shop.example/acme/app', 'github.com/acme/app', `app@${first.slice(0, 12)}`],
    );
    assert.equal((await merge('app-0', 'app-1', 'app-2')).exitCode, 0);
  });
});
