import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportRecord } from '../../../src/presentation/report/reportSchema';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings } from '../git/landing/landingFixture';
import { runReport } from './reportRun';

const goals = (priority: string, more = ''): string =>
  `schema: goal-lens/v1\ngoals:\n  - { key: SHOP-7, title: Checkout, level: initiative, priority: ${priority}, status: active${more} }\n` +
  '  - { key: SHOP-142, title: Retry, level: item, parent: SHOP-7 }\n';

describe('plan drift of a goals file', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  let home: string;

  before(() => {
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    repository = new GitRepositoryFixture();
    const plan = (text: string) => ({ contents: { '.goals/goals.yaml': text } });
    importLandings(repository.root, [
      { message: 'Plan', at: -20, ...plan(goals('P3')) },
      { message: 'Work SHOP-142', at: 1, author: 'ana', files: ['a'] },
      { message: 'SHOP-7 is urgent', at: 8, author: 'ben', ...plan(goals('P1', ', target: 2026-12-01')) },
      { message: 'Initiative: none (a slip of the pen)', at: 9, author: 'chi', ...plan('goals: [') },
      { message: 'Work SHOP-142', at: 10, author: 'ana', files: ['a'] },
      { message: 'Later SHOP-7', at: 14, author: 'ben', ...plan(goals('P1', ', target: 2026-12-24')) },
      { message: 'Tidy', at: 21, author: 'chi', files: ['a'] },
    ]);
    repository.git('reset', '--quiet', '--hard', 'main');
  });
  after(() => {
    repository.remove();
    rmSync(home, { recursive: true, force: true });
  });

  it('is what git tells of priority, status and date', async () => {
    const args = ['--weeks', '4', '--format', 'json'];
    const { drift } = JSON.parse((await runReport(repository.root, home, args)).out) as ReportRecord;
    assert.deepEqual(
      drift?.changes.map(({ day, reference, what, from, to }) => [day, reference, what, from, to]),
      [
        ['2026-11-03', 'SHOP-7', 'priority', 'P3', 'P1'],
        ['2026-11-03', 'SHOP-7', 'target', null, '2026-12-01'],
        ['2026-11-09', 'SHOP-7', 'target', '2026-12-01', '2026-12-24'],
      ],
    );
    assert.equal(drift.otherPriority.share, 0.166667, 'one of six days was worked at P3');
  });

  it('says where older versions of the plan were left out', async () => {
    const notesOf = async (versions: number): Promise<readonly string[]> => {
      const other = new GitRepositoryFixture();
      try {
        const commits = Array.from({ length: versions }, (_, at) => ({
          message: 'Plan SHOP-7',
          at: 1 + at / versions,
          contents: { '.goals/goals.yaml': goals(`P${(at % 2) + 1}`) },
        }));
        importLandings(other.root, commits);
        other.git('reset', '--quiet', '--hard', 'main');
        const { out } = await runReport(other.root, home, ['--weeks', '4', '--format', 'json']);
        return (JSON.parse(out) as ReportRecord).notes;
      } finally {
        other.remove();
      }
    };
    const isSaid = async (versions: number): Promise<boolean> =>
      (await notesOf(versions)).some((note) =>
        note.startsWith('The goals file is too large, or changed too often'),
      );
    assert.deepEqual([await isSaid(200), await isSaid(201)], [false, true]);
  });

  it('is told with the report, and not where nothing is known over time', async () => {
    const text = (await runReport(repository.root, home, ['--weeks', '4'])).out;
    assert.match(text, /How the plan changed\n.*1 goal got another priority, status or date\./);
    assert.match(text, /17% of the effort landed when its goal had another priority than today\./);
    const other = new GitRepositoryFixture();
    try {
      importLandings(other.root, [{ message: 'Work SHOP-7', at: 8 }]);
      other.write('.goals/goals.yaml', goals('P1'));
      const args = ['--weeks', '4', '--format', 'json'];
      const { drift } = JSON.parse((await runReport(other.root, home, args)).out) as ReportRecord;
      assert.equal(drift, null);
    } finally {
      other.remove();
    }
  });
});
