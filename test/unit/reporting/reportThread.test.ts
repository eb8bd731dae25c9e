import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalLensError } from '../../../src/core/errors';
import { Git } from '../../../src/git/run/git';
import type { ReportRecord } from '../../../src/presentation/report/reportSchema';
import { reportSheetSchema, type ReportSheet } from '../../../src/reportPage/contract/reportSheet';
import { drillKey, type Drill } from '../../../src/reportPage/drillKey';
import { ReportThreadClient } from '../../../src/reporting/thread/reportThreadClient';
import type { ThreadRequest } from '../../../src/reporting/thread/threadMessages';
import { Workspace } from '../../../src/workspace/workspace';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { useBuilt } from '../../support/useBuilt';
import { goalsFile, reportCommits, runReport } from '../cli/reportRun';
import { importLandings } from '../git/landing/landingFixture';

describe('the report in a thread of its own', function () {
  this.timeout(60_000);
  let home: string;
  const path = useBuilt('src/reporting/thread/reportThread.ts');
  let repository: GitRepositoryFixture;
  let workspace: Workspace;
  let thread: ReportThreadClient;
  const quiet = { onProgress: () => undefined, onStage: () => undefined };
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };

  const request = (overrides: Partial<ThreadRequest> = {}): ThreadRequest => ({
    repositories: [
      { root: repository.root, folder: workspace.folder, trailer: 'Initiative', referenceTrailers: [] },
    ],
    asked: { weeks: 4 },
    team: {},
    now: Date.parse('2026-11-27T12:00:00Z'),
    language: 'en',
    ...overrides,
  });
  const make = (
    overrides?: Partial<ThreadRequest>,
    signal = new AbortController().signal,
  ): Promise<ReportSheet> => thread.report(workspace.catalog.trackers, request(overrides), quiet, signal);

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    repository = new GitRepositoryFixture();
    importLandings(repository.root, reportCommits);
    repository.git('reset', '--quiet', '--hard', 'main');
    repository.write('.goals/goals.yaml', goalsFile);
    repository.write('.goals/paths', '/cart/ SHOP-7\n');
    workspace = await Workspace.open({
      folder: repository.root,
      git: new Git(() => 'git'),
      userFolders: [],
      log,
    });
  });
  beforeEach(() => {
    thread = new ReportThreadClient(() => ({ path: path(), gitPath: 'git' }));
  });
  afterEach(() => thread.dispose());
  after(() => {
    repository.remove();
    rmSync(home, { recursive: true, force: true });
  });

  it('shows an earlier stage where lines are read after it, and none where they are not', async () => {
    const stagesOf = async (landings: number): Promise<number> => {
      const other = new GitRepositoryFixture();
      try {
        importLandings(
          other.root,
          Array.from({ length: landings }, (_, at) => ({
            message: 'SHOP-7: more',
            at: (at * 27) / landings,
          })),
        );
        let stages = 0;
        const listener = { ...quiet, onStage: () => (stages += 1) };
        const [first] = request().repositories;
        const asked = request({ repositories: [{ ...first!, root: other.root }] });
        const { signal } = new AbortController();
        await thread.report(workspace.catalog.trackers, asked, listener, signal);
        return stages;
      } finally {
        other.remove();
      }
    };
    assert.deepEqual([await stagesOf(100), await stagesOf(300), await stagesOf(1100)], [0, 1, 0]);
  });

  it('writes the same bytes as the command line, in every form', async () => {
    for (const asked of [{ weeks: 4 }, { weeks: 8, level: 'item' as const }, { weeks: 4, path: 'src' }]) {
      await make({ asked });
      for (const format of ['json', 'markdown', 'csv', 'html', 'text'] as const) {
        const line = Object.entries(asked).flatMap(([name, value]) => [`--${name}`, String(value)]);
        const { out } = await runReport(repository.root, home, [...line, '--format', format]);
        assert.equal(await thread.write(format), out);
      }
    }
  });

  it('reads nothing again where nothing has changed, and all of it where something has', async () => {
    const readings: string[] = [];
    const counted = async (asked: ThreadRequest['asked'] = { weeks: 4 }): Promise<number> => {
      const before = readings.length;
      const listener = { ...quiet, onProgress: ({ text }: { text: string }) => readings.push(text) };
      const { signal } = new AbortController();
      await thread.report(workspace.catalog.trackers, request({ asked }), listener, signal);
      return readings.length - before;
    };
    assert.ok((await counted()) > 0);
    const json = await thread.write('json');
    assert.equal(await counted(), 0);
    assert.equal(await thread.write('json'), json);
    assert.ok((await counted({ weeks: 8 })) > 0, 'another period');
    assert.ok((await counted()) > 0);
    repository.git('notes', '--ref', 'goals', 'add', '-m', 'Initiative: SHOP-7', 'main');
    assert.ok((await counted()) > 0, 'a note');
    repository.git('update-ref', '-d', 'refs/notes/goals');
    repository.write('.goals/paths', '/lib/ SHOP-7\n');
    assert.ok((await counted()) > 0, 'another path map');
    repository.write('.goals/paths', '/cart/ SHOP-7\n');
  });

  it('makes a sheet that the page takes, with its sentences', async () => {
    const sheet = await make();
    assert.deepEqual(reportSheetSchema.parse(sheet), sheet);
    const sentences = (await thread.write('sentences')).split('\n');
    assert.deepEqual(
      sheet.sentences.map(({ figure, text }) => [figure, text].filter(Boolean).join(' ')),
      sentences,
    );
    assert.equal(sentences.length, 3);
  });

  it('gives the commits behind each figure, so many as the figure says', async () => {
    const sheet = await make();
    const behind = async (drill: Drill): Promise<string[]> =>
      (await thread.commits(drillKey(drill))).commits.map(({ subject }) => subject);
    assert.deepEqual(await behind({ by: 'goal', of: 'SHOP-7' }), ['Cart totals', 'Retry']);
    assert.deepEqual(await behind({ by: 'goal', of: 'SHOP-142' }), ['Retry']);
    assert.deepEqual(await behind({ by: 'unknown' }), ['=HYPERLINK("x") SHOP-999']);
    assert.deepEqual(await behind({ by: 'none' }), ['More', 'Tidy']);
    assert.deepEqual(await behind({ by: 'folder', repository: sheetName(), of: 'src/infra' }), ['Tidy']);
    assert.deepEqual(await behind({ by: 'evidence', of: 'declared' }), ['More']);
    assert.equal((await thread.commits('no drill')).count, 0);
    const drills = sheet.parts.flat().flatMap((part) => ('table' in part ? (part.table?.rows ?? []) : []));
    for (const { drill, cells } of drills) {
      if (drill === undefined) continue;
      const { title } = await thread.commits(drill);
      assert.notEqual(title, '', cells.join());
    }
  });

  function sheetName(): string {
    return repository.root.split('/').at(-1) ?? '';
  }

  it('names nobody in what it hands to the page', async () => {
    const sheet = await make();
    const behind = await Promise.all(
      (['none', 'unknown'] as const).map((by) => thread.commits(drillKey({ by }))),
    );
    const written = JSON.stringify([sheet, behind, await thread.write('ndjson')]);
    assert.ok(written.length > 5000);
    assert.doesNotMatch(written, /shop\.example|name of|the forge/i);
  });

  it('goes on with kept goals where their tracker is out of reach, and says how old they are', async () => {
    const { id, goals: kept, phase, badEntries } = workspace.catalog.trackers[0]!;
    const message = 'Jira cannot be reached. Check your connection.';
    const offline = {
      id,
      goals: kept,
      phase,
      badEntries,
      name: 'Jira',
      asOf: Date.parse('2026-11-20T09:00:00Z'),
    };
    const trackers = [{ ...offline, fault: { kind: 'offline' as const, message } }];
    const sheet = await thread.report(trackers, request(), quiet, new AbortController().signal);
    assert.ok(sheet.warnings.includes(message));
    const { notes, goals } = JSON.parse(await thread.write('json')) as ReportRecord;
    assert.ok(goals.length > 0);
    assert.ok(notes.includes('The goals of Jira are those of Nov 20, 2026.') && notes.includes(message));
  });

  it('tells a fault in a sentence, and stops where it is told to', async () => {
    await assert.rejects(make({ asked: { branch: 'nowhere' } }), (error: Error) => {
      assert.ok(error instanceof GoalLensError);
      assert.match(error.message, /There is no branch “nowhere” here/);
      return true;
    });
    const abort = new AbortController();
    const making = make({}, abort.signal);
    abort.abort();
    await assert.rejects(making, { name: 'AbortError' });
    assert.ok(await make());
  });

  it('ends a thread that needs too much memory with a sentence, and starts another for the next question', async () => {
    let memoryMb = 4;
    const small = new ReportThreadClient(() => ({ path: path(), gitPath: 'git', memoryMb }));
    const asked = (): Promise<ReportSheet> =>
      small.report(workspace.catalog.trackers, request(), quiet, new AbortController().signal);
    try {
      await assert.rejects(asked(), (error: Error) => {
        assert.ok(error instanceof GoalLensError, error.stack);
        assert.match(error.message, /^The report needs too much memory: choose a shorter period/);
        return true;
      });
      memoryMb = 256;
      assert.ok(await asked());
    } finally {
      small.dispose();
    }
  });

  it('fails what is asked of a thread that ends, and starts another for the next question', async () => {
    const broken = new ReportThreadClient(() => ({ path: `${path()}.nothing`, gitPath: 'git' }));
    await assert.rejects(broken.commits('x'), /Cannot find module/);
    broken.dispose();
    await assert.rejects(broken.commits('x'), /closed/);
  });
});
