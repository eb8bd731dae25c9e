import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings } from '../git/landing/landingFixture';
import { withFileFault } from '../../support/fileFaults';
import { ReportFixture } from './reportFixture';
import { reportCommits as commits, type ReportRun } from './reportRun';

describe('goal-lens report as a command', function () {
  this.timeout(60_000);
  let fixture: ReportFixture;
  const run = (...args: string[]): Promise<ReportRun> => fixture.run(...args);
  const runIn = (cwd: string, ...args: string[]): Promise<ReportRun> => fixture.runIn(cwd, ...args);

  before(() => {
    fixture = new ReportFixture();
  });
  after(() => fixture.remove());

  it('says by its exit code that there is nothing, or that it cannot tell', async () => {
    const quiet = await run('--since', '2026-06-01', '--until', '2026-06-02');
    assert.deepEqual([quiet.exitCode, quiet.err], [1, '']);
    assert.match(quiet.out, /No commit landed between Jun 1, 2026 and Jun 2, 2026/);

    const none = await runIn(fixture.home);
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
      const clone = join(fixture.home, 'shallow');
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
      '--format parquet': /writes bytes, not text: name a file with -o/,
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
    const file = join(fixture.home, 'out-report.md');
    writeFileSync(file, 'old');
    const { out } = await run('--weeks', '4', '--format', 'markdown');
    assert.deepEqual(await run('--weeks', '4', '--format', 'markdown', '-o', file), {
      exitCode: 0,
      out: '',
      err: '',
    });
    assert.equal(readFileSync(file, 'utf8'), out);
  });

  it('keeps the report of before, and its mode, where a new one cannot be written', async () => {
    const folder = mkdtempSync(join(fixture.home, 'out-'));
    const file = join(folder, 'report.md');
    writeFileSync(file, 'before', { mode: 0o640 });
    let nth = 0;
    const write = async (): Promise<void> => {
      const { exitCode, err } = await run('--weeks', '1', '--format', 'markdown', '-o', file);
      if (exitCode !== 2) return;
      assert.match(err, /cannot be written to “.*”: .*ENOSPC/);
      assert.equal(readFileSync(file, 'utf8'), 'before', String(nth));
    };
    do nth += 1;
    while (await withFileFault(folder, nth, 'short', write));
    assert.ok(nth > 3, String(nth));
    assert.match(readFileSync(file, 'utf8'), /^# Alignment report/);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), ['report.md']);
  });

  it('does not write through a link', async () => {
    const kept = join(fixture.home, 'kept');
    writeFileSync(kept, 'mine');
    symlinkSync(kept, join(fixture.repository.root, 'report.md'));
    const { exitCode, err } = await run('--format', 'markdown', '-o', 'report.md');
    assert.equal(exitCode, 2);
    assert.match(err, /“report.md”: it is a symbolic link. Name another file/);
    assert.equal(readFileSync(kept, 'utf8'), 'mine');
  });
});
