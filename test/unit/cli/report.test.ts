import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { runCli } from '../../../src/cli/runCli';
import {
  reportJsonSchema,
  reportSchema,
  type ReportRecord,
} from '../../../src/presentation/report/reportSchema';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings, type WrittenCommit } from '../git/landing/landingFixture';

const goalsFile = `
schema: goal-lens/v1
goals:
  - { key: SHOP-7, title: Checkout that never loses a cart, level: initiative, priority: P1, status: active, impact: { customers: 38 } }
  - { key: SHOP-142, title: Retry a payment, level: item, parent: SHOP-7 }
  - { key: SHOP-9, title: "Search \\u001b[31m | [x](javascript:alert) =1", level: initiative, priority: P3, status: active }
  - { key: PAY-3, title: "=cmd()", level: initiative, priority: P2, status: active, blockedBy: [SHOP-9] }
  - { key: SHOP-4, title: Guest checkout, level: initiative, priority: P2, status: done, closed: 2026-10-28 }
`;

const commits: WrittenCommit[] = [
  { message: 'Root', at: -20, files: ['readme.md'] },
  { message: 'Retry\n\nInitiative: SHOP-142\n', at: 1, age: 1, author: 'ana', files: ['src/pay.ts'] },
  { message: 'Search for SHOP-9', at: 2, author: 'ben', files: ['src/search/a.ts'] },
  { message: 'Tidy', at: 9, author: 'chi', files: ['src/infra/ci/x.yml', 'src/infra/y.yml'] },
  { message: 'Guests SHOP-4', at: 10, author: 'dev', files: ['src/guest.ts'] },
  { message: 'More\n\nInitiative: none (tooling)\n', at: 16, author: 'ana', files: ['tools/x'] },
  { message: 'Cart totals', at: 17, author: 'ben', files: ['cart/totals.ts'] },
  { message: '=HYPERLINK("x") SHOP-999', at: 23, author: 'chi', files: ['x'] },
  { message: 'Bump', at: 24, author: 'renovate[bot]', files: ['package.json'] },
];
const names = ['ana', 'ben', 'chi', 'dev', 'renovate', 'forge'];

describe('goal-lens report', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  let home: string;
  const formats = ['text', 'markdown', 'csv', 'json'] as const;

  interface Run {
    readonly exitCode: number;
    readonly out: string;
    readonly err: string;
  }
  async function run(...args: string[]): Promise<Run> {
    return runIn(repository.root, ...args);
  }
  async function runIn(cwd: string, ...args: string[]): Promise<Run> {
    let [out, err] = ['', ''];
    const exitCode = await runCli(['report', ...args], {
      ...{ platform: 'linux', home, env: {}, cwd, version: '1.2.3' },
      now: Date.parse('2026-11-27T12:00:00Z'),
      print: (text) => (out += text),
      complain: (text) => (err += text),
    });
    return { exitCode, out, err };
  }
  async function record(...args: string[]): Promise<ReportRecord> {
    const { exitCode, out } = await run('--weeks', '4', ...args, '--format', 'json');
    assert.equal(exitCode, 0);
    return JSON.parse(out) as ReportRecord;
  }

  before(() => {
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    repository = new GitRepositoryFixture();
    importLandings(repository.root, commits);
    repository.git('reset', '--quiet', '--hard', 'main');
    repository.write('.goals/goals.yaml', goalsFile);
    repository.write('.goals/paths', '/cart/ SHOP-7\n');
  });
  after(() => {
    repository.remove();
    rmSync(home, { recursive: true, force: true });
  });

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
    assert.deepEqual(leftOut, { merges: 0, bots: 1, cherryPicks: 0 });
    assert.deepEqual(pathCoverage, { files: 10, covered: 1, share: 0.1 });
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

  it('names nobody, in no format and in no file', async () => {
    const folder = mkdtempSync(join(home, 'out-'));
    for (const format of formats) {
      assert.equal((await run('--weeks', '4', '--format', format, '-o', join(folder, format))).exitCode, 0);
    }
    const verbose = await run('--weeks', '4', '--verbose');
    const written = [
      ...readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
      verbose.out,
      verbose.err,
    ];
    assert.equal(written.length, formats.length + 2);
    for (const text of written) {
      for (const name of names)
        assert.doesNotMatch(text, new RegExp(`name of ${name}|${name}(\\[bot\\])?@`, 'i'));
      assert.doesNotMatch(text, /shop\.example/);
    }
    assert.deepEqual(
      readdirSync(home).filter((name) => !name.startsWith('out-')),
      [],
      'nothing is kept',
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

  it('neutralises what others wrote, in Markdown and CSV', async () => {
    const markdown = (await run('--weeks', '4', '--format', 'markdown')).out;
    assert.ok(markdown.includes('\\| \\[x\\](javascript:alert)'), 'a title is text');
    assert.match(markdown, /^\| --- \| ---: /m);
    const csv = (await run('--weeks', '4', '--format', 'csv')).out.split('\r\n');
    assert.equal(csv[0], 'week,level,key,rank,evidence,person_days,share,changes');
    assert.ok(csv.includes('2026-W44,initiative,SHOP-9,3,named,,0.5,1'), csv.join('\n'));
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
    assert.deepEqual([found.level, found.branch], ['item', 'main']);
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
      const { out } = await runIn(two.root, '--weeks', '4', '--format', 'json');
      const found = JSON.parse(out) as ReportRecord;
      assert.equal(found.totals.personDays, null);
      assert.deepEqual([found.goals[0]?.personDays, found.goals[0]?.share], [null, 0.33]);
      assert.doesNotMatch(out, /"personDays": [0-9]/);
      for (const format of ['text', 'markdown', 'csv']) {
        const text = (await runIn(two.root, '--weeks', '4', '--format', format)).out;
        assert.doesNotMatch(text, /\d\.\d person-days/);
      }
      assert.match(
        (await runIn(two.root, '--weeks', '4')).out,
        /Fewer than three people landed work: shares only/,
      );
      const csv = (await runIn(two.root, '--weeks', '4', '--format', 'csv')).out.split('\r\n');
      assert.ok(
        csv.slice(1, -1).every((line) => line.split(',')[5] === ''),
        csv.join('\n'),
      );
    } finally {
      two.remove();
    }
  });

  it('says by its exit code that there is nothing, or that it cannot tell', async () => {
    const quiet = await run('--since', '2026-06-01', '--until', '2026-06-02');
    assert.deepEqual([quiet.exitCode, quiet.err], [1, '']);
    assert.match(quiet.out, /No commit landed between Jun 1, 2026 and Jun 2, 2026/);

    const none = await runIn(home);
    assert.deepEqual(
      [none.exitCode, none.out],
      [3, 'There is no git repository here. Run it in one, or name its folder with -C.\n'],
    );

    const other = new GitRepositoryFixture();
    try {
      const empty = await runIn(other.root);
      assert.deepEqual(
        [empty.exitCode, empty.err],
        [1, 'goal-lens: Nothing is committed here yet: make a commit, then try again.\n'],
      );
      importLandings(other.root, commits);
      const goalless = await runIn(other.root, '--weeks', '4');
      assert.equal(goalless.exitCode, 1);
      assert.match(goalless.out, /No goals are known\. Add \.goals\/goals\.yaml/);
      other.write('.goals/goals.yaml', 'goals: [');
      assert.equal((await runIn(other.root, '--weeks', '4')).exitCode, 3);
      const clone = join(home, 'shallow');
      other.git('clone', '--quiet', '--depth=2', `file://${other.root}`, clone);
      const shallow = await runIn(clone, '--weeks', '4');
      assert.deepEqual([shallow.exitCode, shallow.out], [3, '']);
      assert.match(shallow.err, /fetch-depth: 0/);
    } finally {
      other.remove();
    }
  });

  it('refuses what makes no sense, with what is possible', async () => {
    const refusals: Record<string, RegExp> = {
      '--weeks 0': /“0” is not possible for --weeks\. Write a number from 1 to 522/,
      '--weeks 4 --since 2026-01-01': /exclude each other/,
      '--until 2026-01-01': /--until needs --since/,
      '--since 2026-02-30': /Write a day such as/,
      '--since 2026-W07': /Write a day such as/,
      '--since 2026-03-01 --until 2026-02-01': /ends on 2026-02-01, before it begins/,
      '--since 1990-01-01': /longer than 522 weeks/,
      '--level team': /Write one of: objective, initiative, epic, item/,
      '--format pdf': /Write one of: text, markdown, csv/,
      '--time-zone Mars': /“Mars” is no time zone/,
      '--all': /--all is not an option of report/,
      main: /one argument too many/,
      '--branch nowhere': /There is no branch “nowhere” here/,
      '-o missing/folder/file': /cannot be written to “missing\/folder\/file”/,
    };
    for (const [args, message] of Object.entries(refusals)) {
      const { exitCode, out, err } = await run(...args.split(' '));
      assert.deepEqual([args, exitCode, out], [args, 2, '']);
      assert.match(err, message);
    }
  });

  it('writes to a file what it prints', async () => {
    const file = join(home, 'out-report.md');
    writeFileSync(file, 'old');
    const { out } = await run('--weeks', '4', '--format', 'markdown');
    assert.deepEqual(await run('--weeks', '4', '--format', 'markdown', '-o', file), {
      exitCode: 0,
      out: '',
      err: '',
    });
    assert.equal(readFileSync(file, 'utf8'), out);
  });
});
