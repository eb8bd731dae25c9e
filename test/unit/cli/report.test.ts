import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import {
  reportJsonSchema,
  reportSchema,
  type ReportRecord,
} from '../../../src/presentation/report/reportSchema';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings } from '../git/landing/landingFixture';
import { ReportFixture } from './reportFixture';
import { goalsFile, type ReportRun } from './reportRun';

describe('goal-lens report', function () {
  this.timeout(60_000);
  let fixture: ReportFixture;
  const run = (...args: string[]): Promise<ReportRun> => fixture.run(...args);
  const record = (...args: string[]): Promise<ReportRecord> => fixture.record(...args);

  before(() => {
    fixture = new ReportFixture();
    fixture.repository.write('.goals/paths', '/cart/ SHOP-7\n');
  });
  after(() => fixture.remove());

  it('states totals, goals, evidence, weeks and findings', async () => {
    const { schema, period, totals, goals, evidence, weeks, findings, noGoal, leftOut, pathCoverage } =
      await record();
    assert.equal(schema, 'goal-lens/report-v1');
    assert.deepEqual(period, { from: '2026-10-26', to: '2026-11-22', weeks: 4, timeZone: 'UTC' });
    assert.deepEqual(totals, {
      personDays: 7,
      commits: 7,
      unlinkedStrict: 0.428571,
      unlinkedInferred: 0.285714,
      urgent: 0.428571,
      urgentGoals: 2,
      initiatives: 3,
      focus: 2.67,
    });
    assert.deepEqual(
      goals.map(({ reference, rank, personDays, changes, lastLanded }) => [
        reference,
        rank,
        personDays,
        changes,
        lastLanded,
      ]),
      [
        ['SHOP-7', 1, 2, 2, '2026-11-12'],
        ['SHOP-4', 2, 1, 1, '2026-11-05'],
        ['SHOP-9', 3, 1, 1, '2026-10-28'],
      ],
    );
    assert.deepEqual(
      evidence.map(({ evidence: by, personDays }) => [by, personDays]),
      [
        ['named', 4],
        ['reverted', 0],
        ['merge', 0],
        ['paths', 1],
        ['declared', 1],
        ['none', 1],
      ],
    );
    assert.deepEqual(
      weeks.map(({ week }) => week),
      ['2026-W44', '2026-W45', '2026-W46', '2026-W47'],
    );
    assert.deepEqual(
      weeks.map(({ personDays }) => personDays),
      [null, null, null, null],
      'two people a week',
    );
    assert.deepEqual(
      findings.map(({ rule, reference }) => [rule, reference]),
      [
        ['not-representative', null],
        ['stale-urgent-goal', 'SHOP-7'],
        ['stale-urgent-goal', 'PAY-3'],
        ['waits-for-lower', 'PAY-3'],
        ['closed-goal', 'SHOP-4'],
        ['unknown-goal', 'SHOP-999'],
      ],
    );
    assert.deepEqual(
      noGoal.folders.map(({ folder, personDays }) => [folder, personDays]),
      [
        ['src/infra', 1],
        ['tools', 1],
      ],
    );
    assert.deepEqual(
      noGoal.declared.map(({ reason }) => reason),
      ['tooling'],
    );
    assert.deepEqual(leftOut, { merges: 0, bots: 1, cherryPicks: 0, elsewhere: 0 });
    assert.deepEqual(pathCoverage, { files: 10, covered: 1, share: 0.1 });
  });

  it('counts no file that the attributes call generated as one without a rule', async () => {
    const attributes = join(fixture.repository.root, '.gitattributes');
    fixture.repository.write('.gitattributes', 'src/infra/** linguist-generated\n');
    try {
      const { pathCoverage } = await record();
      assert.deepEqual(pathCoverage, { files: 8, covered: 1, share: 0.125 });
    } finally {
      rmSync(attributes);
    }
  });

  it('is described by its schema, and gives the same bytes each time', async () => {
    const found = await record();
    assert.deepEqual(reportSchema.parse(found), found);
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(reportJsonSchema());
    assert.ok(validate(found), JSON.stringify(validate.errors));
    assert.equal((await run('--format', 'json')).out, (await run('--format', 'json')).out);
    const written = readFileSync(join(import.meta.dirname, '../../../schemas/report.schema.json'), 'utf8');
    assert.deepEqual(
      JSON.parse(written),
      JSON.parse(JSON.stringify(reportJsonSchema())),
      'run npm run schema',
    );
  });

  it('tells the three sentences first', async () => {
    const { exitCode, out } = await run('--weeks', '4');
    assert.equal(exitCode, 0);
    assert.deepEqual(out.split('\n').slice(3, 6), [
      '43% of the effort went to P1 and P2 goals; SHOP-7 got the most, 29%.',
      '29% served no goal; 43% if only commits that name their goal count.',
      '2 urgent goals have had no commit for over 14 days: SHOP-7, PAY-3.',
    ]);
    assert.match(out, /^ {2}PAY-3 {2}P2, and nothing has landed on it since Oct 26, 2026: perhaps/m);
    assert.match(out, /^ {2}SHOP-4 {2}It got 1\.0 person-days after it was done on Oct 28, 2026\./m);
    assert.doesNotMatch(out, /[\u001b]/);
  });

  it('takes a period, a branch, a level and a time zone', async () => {
    const found = JSON.parse(
      (
        await run(
          '--since',
          '2026-10-27',
          '--until',
          '2026-10-29',
          '--level',
          'item',
          '--time-zone',
          'Asia/Tokyo',
          '-b',
          'main',
          '--format',
          'json',
        )
      ).out,
    ) as ReportRecord;
    assert.deepEqual(found.period, {
      from: '2026-10-27',
      to: '2026-10-29',
      weeks: 1,
      timeZone: 'Asia/Tokyo',
    });
    assert.deepEqual(
      found.goals.map(({ reference }) => reference),
      ['SHOP-142', 'SHOP-9'],
    );
    assert.deepEqual([found.level, found.repositories[0]?.branch], ['item', 'main']);
  });

  it('goes by what the team says, and measures against its targets', async () => {
    fixture.repository.write(
      '.goals/report.yaml',
      'weeks: 4\nstaleDays: 30\nbots: [chi@shop.example]\ntargets: { P1: 50%, SHOP-9: 10% }\n',
    );
    try {
      const found = JSON.parse((await run('--format', 'json')).out) as ReportRecord;
      assert.deepEqual([found.period.weeks, found.staleDays, found.leftOut.bots], [4, 30, 3]);
      assert.deepEqual(
        found.goals.map(({ target }) => target),
        [undefined, undefined, 0.1],
      );
      assert.deepEqual(found.plan, {
        variance: 0.1,
        parts: [
          { name: 'P1', target: 0.5, actual: 0.4 },
          { name: 'SHOP-9', target: 0.1, actual: 0.2 },
          { name: null, target: 0.4, actual: 0.4 },
        ],
      });
      assert.match((await run()).out, /10 of 100 points of effort went elsewhere/);
    } finally {
      rmSync(join(fixture.repository.root, '.goals/report.yaml'));
    }
  });

  it('shows shares alone where fewer than three people landed work', async () => {
    const two = new GitRepositoryFixture();
    try {
      importLandings(two.root, [
        { message: 'SHOP-7', at: 1, author: 'ana' },
        { message: 'x', at: 2, author: 'ben' },
        { message: 'y', at: 3, author: 'ben' },
      ]);
      two.write('.goals/goals.yaml', goalsFile);
      const { out } = await fixture.runIn(two.root, '--weeks', '4', '--format', 'json');
      const found = JSON.parse(out) as ReportRecord;
      assert.equal(found.totals.personDays, null);
      assert.deepEqual([found.goals[0]?.personDays, found.goals[0]?.share], [null, 0.33]);
      assert.doesNotMatch(out, /"personDays": [0-9]/);
      for (const format of ['text', 'markdown', 'csv']) {
        const text = (await fixture.runIn(two.root, '--weeks', '4', '--format', format)).out;
        assert.doesNotMatch(text, /\d\.\d person-days/);
      }
      assert.match(
        (await fixture.runIn(two.root, '--weeks', '4')).out,
        /Fewer than three people landed work: shares only/,
      );
      const csv = (await fixture.runIn(two.root, '--weeks', '4', '--format', 'csv')).out.split('\r\n');
      assert.ok(
        csv.slice(1, -1).every((line) => line.split(',')[5] === ''),
        csv.join('\n'),
      );
    } finally {
      two.remove();
    }
  });

  it('counts only the commits that touch a path, and of them the files below it', async () => {
    const { totals, leftOut, noGoal, notes, path, commands } = await record('--path', './src/');
    const touching = fixture.repository
      .git('log', '--no-merges', '--format=%s', 'main', '--', 'src')
      .trim()
      .split('\n');
    assert.deepEqual([totals.commits, path], [touching.length, 'src']);
    assert.equal(leftOut.elsewhere, 7 - touching.length);
    assert.deepEqual(
      noGoal.folders.map(({ folder }) => folder),
      ['src/infra'],
    );
    assert.ok(notes.includes('Only commits that touch src count.'));
    assert.match(commands[0] ?? '', / -- ':\(top,literal\)src'$/);
    const { exitCode, err } = await run('--path', '../elsewhere');
    assert.equal(exitCode, 2);
    assert.match(err, /below the top of the repository/);
  });
});
