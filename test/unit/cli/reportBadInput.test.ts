import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportRecord } from '../../../src/presentation/report/reportSchema';
import { toConnection } from '../../../src/trackers/connection/connection';
import { GoalCache } from '../../../src/trackers/sync/goalCache';
import { keptGoalsFolder } from '../../../src/workspace/editorFolders';
import { goal } from '../../support/builders';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings, type WrittenCommit } from '../git/landing/landingFixture';
import { goalsFile, runReport, type ReportRun } from './reportRun';

const jira = { kind: 'jira', url: 'https://jira.example' } as const;
const connection = toConnection(jira);
const people = ['ana', 'ben', 'chi'];
const work = (message: string): WrittenCommit[] =>
  people.map((author, at) => ({ message, at: 1 + at, author, files: ['a'] }));

describe('goal-lens report on what is not as it should be', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  let home: string;
  const run = (...args: string[]): Promise<ReportRun> =>
    runReport(repository.root, home, ['--weeks', '4', ...args]);
  const record = async (): Promise<ReportRecord> =>
    JSON.parse((await run('--format', 'json')).out) as ReportRecord;

  /** Keeps goals as an editor does, and answers with the file. */
  async function keepGoals(asOf: string): Promise<string> {
    repository.write('.vscode/settings.json', JSON.stringify({ 'goalLens.trackers': [jira] }));
    const folder = keptGoalsFolder(join(home, '.config/Code/User'));
    mkdirSync(folder, { recursive: true });
    const cache = new GoalCache(folder, connection, () => undefined);
    const goals = [goal('SHOP-7', { trackerId: connection.id, level: 'initiative' })];
    await cache.save({ goals, askedIds: [], asOf: Date.parse(asOf) });
    return cache.path;
  }

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    repository = new GitRepositoryFixture();
  });
  afterEach(() => {
    repository.remove();
    rmSync(home, { recursive: true, force: true });
  });

  it('states how old kept goals are where they are not of the day', async () => {
    importLandings(repository.root, work('SHOP-7'));
    await keepGoals('2026-11-20T09:00:00Z');
    const { exitCode, out } = await run();
    assert.equal(exitCode, 0);
    assert.match(out, /^The goals of Jira jira\.example are those of Nov 20, 2026\.$/m);
    await keepGoals('2026-11-27T09:00:00Z');
    assert.doesNotMatch((await run()).out, /The goals of Jira/);
  });

  it('cannot tell where kept goals are damaged, and says what to do', async () => {
    importLandings(repository.root, work('SHOP-7'));
    truncateSync(await keepGoals('2026-11-20T09:00:00Z'), 200);
    const { exitCode, out } = await run();
    assert.equal(exitCode, 3);
    assert.match(out, /^The goals of Jira jira\.example are not known here yet: open the folder in VS Code/m);
    assert.doesNotMatch(out, /No goals are known/);
  });

  it('counts a commit from the future where its neighbours landed, and says so', async () => {
    const [first, ...others] = work('SHOP-7');
    assert.ok(first);
    importLandings(repository.root, [first, { ...first, message: 'From 2030 SHOP-9', at: 1200 }, ...others]);
    repository.write('.goals/goals.yaml', goalsFile);
    const { totals, goals, notes } = await record();
    assert.equal(totals.commits, 4);
    assert.deepEqual(
      goals.map(({ reference, lastLanded }) => [reference, lastLanded]),
      [
        ['SHOP-7', '2026-10-29'],
        ['SHOP-9', '2026-10-27'],
      ],
    );
    assert.ok(notes.some((note) => note.startsWith('1 commit of the branch has a date that contradicts')));
  });

  it('says that the report stands for little where nothing is linked', async () => {
    importLandings(repository.root, work('Tidy'));
    repository.write('.goals/goals.yaml', goalsFile);
    const { totals, goals, noGoal, findings } = await record();
    assert.deepEqual([totals.unlinkedStrict, totals.unlinkedInferred, noGoal.share], [1, 1, 1]);
    assert.deepEqual(goals, []);
    const found = findings.find(({ rule }) => rule === 'not-representative');
    assert.match(found?.text ?? '', /100%/);
    assert.match((await run()).out, /There are no path rules: map folders to goals in \.goals\/paths/);
  });

  it('states shares alone of one person’s work', async () => {
    importLandings(
      repository.root,
      work('SHOP-7').map((commit) => ({ ...commit, author: 'ana' })),
    );
    repository.write('.goals/goals.yaml', goalsFile);
    for (const format of ['text', 'markdown', 'html', 'csv', 'json', 'ndjson']) {
      const { exitCode, out } = await run('--format', format);
      assert.equal(exitCode, 0);
      assert.doesNotMatch(out, /\d person-days?\b|"personDays": ?[0-9]|\bana\b/, format);
    }
    assert.match((await run()).out, /Fewer than three people landed work: shares only/);
  });

  it('asks for a commit where there is none', async () => {
    assert.deepEqual(await run(), {
      exitCode: 1,
      out: '',
      err: 'goal-lens: Nothing is committed here yet: make a commit, then try again.\n',
    });
  });
});
