import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../../src/cli/runCli';
import type { CheckReport } from '../../../src/presentation/check/checkReport';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings } from '../git/landing/landingFixture';

const goalsFile = `
schema: goal-lens/v1
goals:
  - { key: SHOP-7, title: Checkout, level: initiative }
  - { key: SHOP-5, title: "Dropped <x> | 100%", level: initiative, status: dropped }
`;

describe('goal-lens check', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  let home: string;

  async function run(args: string, env: Record<string, string> = {}, cwd = repository.root) {
    let [out, err] = ['', ''];
    const exitCode = await runCli(['check', ...args.split(' ').filter(Boolean)], {
      platform: 'linux',
      home,
      env,
      cwd,
      version: '1.2.3',
      now: 0,
      print: (text) => (out += text),
      complain: (text) => (err += text),
    });
    return { exitCode, out, err };
  }

  before(() => {
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    repository = new GitRepositoryFixture();
    importLandings(repository.root, [
      { message: 'Root', at: 0 },
      { message: 'Good\n\nInitiative: SHOP-7\n', at: 1, files: ['a.ts'] },
      { message: 'Bad: <&"> 100%\n\nInitiative: SHOP-5\n', at: 2, files: ['src/ü b.ts'] },
      { message: 'Nothing', at: 3, files: ['c.ts'] },
      { message: 'Tools\n\nInitiative: none (tooling)\n', at: 4 },
      { message: 'Bump', at: 5, author: 'dependabot[bot]' },
    ]);
    repository.git('update-ref', 'refs/remotes/origin/main', 'main~5');
    repository.git('reset', '--quiet', '--hard', 'main');
    repository.write('.goals/goals.yaml', goalsFile);
  });
  after(() => {
    repository.remove();
    rmSync(home, { recursive: true, force: true });
  });
  afterEach(() => rmSync(join(repository.root, '.goals/report.yaml'), { force: true }));

  it('prints what it found, and fails by what weighs enough', async () => {
    const { exitCode, out } = await run('--base origin/main');
    assert.equal(exitCode, 1);
    const lines = out.split('\n').map((line) => line.replace(/[0-9a-f]{7} /, ''));
    assert.deepEqual(lines, [
      'error    dropped-goal       Bad: <&"> 100%: SHOP-5 Dropped <x> | 100% is dropped. Link the work to another goal, or reopen this one.',
      'warning  no-goal            Nothing: The commit names no goal. Add “Initiative: KEY”, or “Initiative: none (reason)”.',
      'Tools: declares that it serves no goal: tooling',
      '1 error and 1 warning in 4 commits.',
      '',
    ]);
    assert.equal((await run('--base origin/main --fail-on never')).exitCode, 0);
    assert.equal((await run('--base main~3 --fail-on error')).exitCode, 0);
    assert.equal((await run('--base main~3 --fail-on warning')).exitCode, 1);
    assert.equal((await run('--base main~4 --head main~4')).exitCode, 0);
  });

  it('takes the goal of a commit from its note as well', async () => {
    const unlinked = async (): Promise<string[]> =>
      (
        JSON.parse((await run('--base main~5 --format json')).out) as {
          findings: { rule: string; commit: string }[];
        }
      ).findings
        .filter(({ rule }) => rule === 'no-goal')
        .map(({ commit }) => commit);
    const [first = '', ...others] = await unlinked();
    const sha = repository.git('rev-parse', first).trim();
    repository.git('notes', '--ref', 'goals', 'add', '-m', 'Initiative: SHOP-7', sha);
    try {
      assert.deepEqual(await unlinked(), others);
    } finally {
      repository.git('update-ref', '-d', 'refs/notes/goals');
    }
  });

  it('reads the base from what CI systems say', async () => {
    const base = repository.git('rev-parse', 'main~5').trim();
    for (const env of [
      { GITHUB_BASE_REF: 'main' },
      { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' },
      { CI_MERGE_REQUEST_DIFF_BASE_SHA: base },
    ]) {
      const { out } = await run('--format json', env);
      assert.equal((JSON.parse(out) as CheckReport).base, base);
    }
    assert.match((await run('')).err, /Name what the commits are measured against with --base/);
  });

  it('speaks to GitHub: few annotations, all in the summary', async () => {
    const summary = join(home, 'summary.md');
    const env = { GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary };
    const { out } = await run('--format github', env);
    assert.match(
      out,
      /^::error title=[0-9a-f]{7} Bad%3A <&"> 100%25::SHOP-5 Dropped <x> \| 100%25 is dropped/m,
    );
    assert.match(out, /^::warning title=/m);
    assert.match(readFileSync(summary, 'utf8'), /\| dropped-goal \| [0-9a-f]{7} \| Bad: &lt;&"> 100% \|/);

    const many = new GitRepositoryFixture();
    try {
      importLandings(
        many.root,
        Array.from({ length: 20 }, (_, at) => ({ message: `m${at}`, at })),
      );
      const lines = (await run('--base main~15 --format github', {}, many.root)).out.split('\n');
      assert.equal(lines.filter((line) => line.startsWith('::warning')).length, 10);
      assert.ok(lines.includes('::warning::And 6 more, in the summary of the job.'));
    } finally {
      many.remove();
    }
  });

  it('speaks to Azure Pipelines, GitLab and readers of SARIF and JUnit', async () => {
    const azure = await run('--base origin/main --format azure', { AGENT_TEMPDIRECTORY: home });
    assert.match(
      azure.out,
      /^##vso\[task\.logissue type=error;code=dropped-goal;\][0-9a-f]{7} Bad: <&"> 100%AZP25: SHOP-5/m,
    );
    assert.match(azure.out, /^##vso\[task\.uploadsummary\].*goal-lens-check\.md$/m);

    const gitlab = JSON.parse((await run('--base origin/main --format gitlab')).out) as Record<
      string,
      unknown
    >[];
    assert.deepEqual(
      gitlab.map(({ check_name, severity, location }) => [check_name, severity, location]),
      [
        ['dropped-goal', 'major', { path: 'src/ü b.ts', lines: { begin: 1 } }],
        ['no-goal', 'minor', { path: 'c.ts', lines: { begin: 1 } }],
      ],
    );
    assert.equal(new Set(gitlab.map(({ fingerprint }) => fingerprint)).size, 2);

    const sarif = JSON.parse((await run('--base origin/main --format sarif')).out) as {
      runs: {
        results: {
          ruleId: string;
          level: string;
          locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
        }[];
      }[];
    };
    assert.deepEqual(
      sarif.runs[0]?.results.map(({ ruleId, level, locations }) => [
        ruleId,
        level,
        locations[0]?.physicalLocation.artifactLocation.uri,
      ]),
      [
        ['dropped-goal', 'error', 'src/%C3%BC%20b.ts'],
        ['no-goal', 'warning', 'c.ts'],
      ],
    );

    const junit = (await run('--base origin/main --format junit')).out;
    assert.match(junit, /<testsuites tests="2" failures="2">/);
    assert.match(junit, /name="[0-9a-f]{7} Bad: &lt;&amp;&quot;&gt; 100%"/);
  });

  it('goes by the rules of the base, in which the pull request has no say', async () => {
    const merged = (rules: string): string => {
      repository.git('checkout', '--quiet', '-B', 'rules', 'main~5');
      const sha = repository.commit('.goals/report.yaml', rules, 'Rules');
      repository.git('checkout', '--quiet', '-f', 'main');
      return sha;
    };
    const findings = async (base: string): Promise<unknown[]> => {
      const { exitCode, out } = await run(`--base ${base} --format json`);
      const report = JSON.parse(out) as CheckReport;
      return [exitCode, ...report.findings.map(({ rule, severity }) => `${rule} ${severity}`)];
    };
    const strict = merged('rules: { dropped-goal: off, no-goal: error }\n');
    assert.deepEqual(await findings(strict), [1, 'no-goal error']);
    const usual = await findings('origin/main');
    assert.ok(usual.includes('dropped-goal error'));
    repository.write('.goals/report.yaml', 'rules: { dropped-goal: off }\nbots: [ana@shop.example]\n');
    try {
      assert.deepEqual(await findings('origin/main'), usual);
    } finally {
      rmSync(join(repository.root, '.goals/report.yaml'));
    }
    const refused = await run(`--base ${merged('rules: { no-gaol: off }\n')}`);
    assert.deepEqual([refused.exitCode, refused.out], [2, '']);
    assert.match(refused.err, /rules\.no-gaol is not a field it has/);
  });

  it('compares with the text that the commits are squashed into', async () => {
    const file = join(home, 'body.md');
    writeFileSync(file, 'Title\n\nWhy.\n');
    const { out } = await run(`--base main~5 --head main~4 --message-file ${file}`);
    assert.match(out, /lost-on-squash +A squash would lose SHOP-7: add “Initiative: SHOP-7”/);
    assert.equal((await run(`--base main~5 --message-file ${file}.missing`)).exitCode, 2);
  });

  it('names nobody', async () => {
    for (const format of ['text', 'json', 'github', 'junit', 'azure', 'gitlab', 'sarif']) {
      const { out, err } = await run(`--base origin/main --format ${format}`);
      assert.doesNotMatch(out + err, /shop\.example|name of/i);
    }
  });

  it('cannot tell in a shallow clone that lacks the base', async () => {
    const clone = join(home, 'shallow');
    repository.git('clone', '--quiet', '--depth=2', `file://${repository.root}`, clone);
    const base = repository.git('rev-parse', 'main~5').trim();
    const { exitCode, err } = await run(`--base ${base}`, {}, clone);
    assert.equal(exitCode, 3);
    assert.match(err, /fetch-depth: 0/);
    assert.equal((await run('--base nowhere')).exitCode, 2);
  });
});
