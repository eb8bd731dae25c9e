import assert from 'node:assert/strict';
import type { ReportRecord } from '../../../src/presentation/report/reportSchema';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings } from '../git/landing/landingFixture';
import { ReportFixture } from './reportFixture';
import type { ReportRun } from './reportRun';

describe('goal-lens report on several repositories', function () {
  this.timeout(60_000);
  let fixture: ReportFixture;
  const run = (...args: string[]): Promise<ReportRun> => fixture.run(...args);
  const record = (...args: string[]): Promise<ReportRecord> => fixture.record(...args);

  before(() => {
    fixture = new ReportFixture();
  });
  after(() => fixture.remove());

  it('adds repositories up, with the goals of all of them', async () => {
    const other = new GitRepositoryFixture();
    try {
      importLandings(
        other.root,
        ['ana', 'ben', 'chi'].map((author, at) => ({
          author,
          at: at + 1,
          files: ['lib/a.ts'],
          message: ['For SHOP-7', 'For LIB-1', 'Tidy'][at] ?? '',
        })),
      );
      other.git('reset', '--quiet', '--hard', 'main');
      other.write(
        '.goals/goals.yaml',
        'schema: goal-lens/v1\ngoals:\n  - { key: LIB-1, title: Library, level: initiative, priority: P2 }\n',
      );
      const alone = await record();
      const both = await record('--repo', fixture.repository.root, '--repo', other.root);
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
      assert.match((await run('--repo', '.', '--repo', other.root)).out, /2 repositories/);
      assert.equal((await run('--repo', '.', '--repo', other.root, '--path', 'lib')).exitCode, 2);
    } finally {
      other.remove();
    }
  });

  it('states no person-days of several repositories where one has fewer than three people', async () => {
    const small = new GitRepositoryFixture();
    try {
      importLandings(small.root, [{ message: 'For SHOP-7', at: 1, author: 'ana' }]);
      const { out } = await run('--format', 'json', '--repo', '.', '--repo', small.root);
      assert.doesNotMatch(out, /"personDays": [0-9]/);
    } finally {
      small.remove();
    }
  });
});
