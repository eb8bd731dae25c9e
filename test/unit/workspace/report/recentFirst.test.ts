import assert from 'node:assert/strict';
import { wholeWeeks } from '../../../../src/core/report/reportPeriod';
import { Git } from '../../../../src/git/run/git';
import { GitError } from '../../../../src/git/run/gitError';
import { readReport, type ReadReport, type StagedRequest } from '../../../../src/workspace/report/readReport';
import { readRecentFirst } from '../../../../src/workspace/report/recentFirst';
import type { ReportPlace } from '../../../../src/workspace/report/reportRequest';
import { Workspace } from '../../../../src/workspace/workspace';
import { GitRepositoryFixture } from '../../../support/gitRepository';
import { daySeconds, importLandings, start } from '../../git/landing/landingFixture';

const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const goals = 'goals:\n  - { key: SHOP-7, title: Checkout, level: initiative, priority: P1 }\n';
/** The pace of the last twelve weeks that makes 2,000 commits of two years. */
const often = 240;

/** As many without a goal make their files worth a stage of their own. */
const manyUnlinked = 2100;

/** Git that waits, or fails, before it reads the messages of the last weeks or of the whole history. */
class HeldGit extends Git {
  /** Whether it was told to stop while it waited. */
  isStopped = false;

  constructor(
    private readonly held: 'recent' | 'whole',
    private readonly until: Promise<void>,
  ) {
    super(() => 'git');
  }

  override async *stream(...args: Parameters<Git['stream']>): ReturnType<Git['stream']> {
    const [, words, call] = args;
    if (words.some((word) => word.includes('%aE'))) {
      // Only the last weeks have something before them.
      const what = words.some((word) => word.startsWith('^')) ? 'recent' : 'whole';
      const signal = call instanceof AbortSignal ? call : call?.signal;
      const ended = new Promise<void>((_, reject) => {
        signal?.addEventListener('abort', () => {
          this.isStopped = true;
          reject(signal.reason as Error);
        });
      });
      if (what === this.held) await Promise.race([this.until, ended]);
    }
    yield* super.stream(...args);
  }
}

describe('a report of a long period', function () {
  this.timeout(120_000);
  let busy: ReportPlace;
  let calm: ReportPlace;
  const repositories: GitRepositoryFixture[] = [];
  const now = (start + 28 * daySeconds) * 1000;

  async function placeWith(recent: number): Promise<ReportPlace> {
    const repository = new GitRepositoryFixture();
    repositories.push(repository);
    const old = Array.from({ length: 50 }, (_, at) => ({ message: 'Before', at: at * 10 - 600 }));
    const fresh = Array.from({ length: recent }, (_, at) => ({
      message: at % 4 === 0 ? 'Cleanup' : `SHOP-7: pay ${at}`,
      at: 27 - (83 * (recent - at)) / recent,
    }));
    importLandings(repository.root, [...old, ...fresh]);
    repository.git('reset', '--quiet', '--hard', 'main');
    repository.write('.goals/goals.yaml', goals);
    const git = new Git(() => 'git');
    const workspace = await Workspace.open({ folder: repository.root, git, userFolders: [], log });
    return workspace.reportPlace;
  }
  before(async () => {
    busy = await placeWith(often);
    calm = await placeWith(100);
  });
  after(() => repositories.forEach((each) => each.remove()));

  const request = (weeks: number): StagedRequest => ({
    period: wholeWeeks(now, weeks, 'UTC'),
    level: 'initiative',
    staleDays: 14,
    bots: [],
    plan: new Map(),
    now,
  });
  const figures = ({ report }: ReadReport): object => {
    const { works, ...rest } = report;
    return { ...rest, repositories: works.length };
  };
  async function stagesOf(place: ReportPlace, weeks: number): Promise<ReadReport[]> {
    const stages: ReadReport[] = [];
    const onStage = (read: ReadReport): void => void stages.push(read);
    await readRecentFirst([place], { ...request(weeks), onStage });
    return stages;
  }

  it('tells the last weeks first, as a report of these alone does', async () => {
    const stages: ReadReport[] = [];
    let resolve = quiet;
    const told = new Promise<void>((done) => (resolve = done));
    const onStage = (read: ReadReport): void => {
      stages.push(read);
      resolve();
    };
    const place = { ...busy, git: new HeldGit('whole', told) };
    const last = await readRecentFirst([place], { ...request(104), onStage });
    assert.deepEqual(
      stages.map(({ report }) => report.period.weeks.length),
      [12],
    );
    const alone = await readReport([busy], request(12));
    assert.deepEqual(figures(stages[0]!), figures(alone));
    assert.deepEqual(figures(last), figures(await readReport([busy], request(104))));
    assert.equal(last.report.works[0]?.landings.count, 50 + often);
  });

  it('tells the whole period next, before its lines are read', async () => {
    const weeks: number[] = [];
    const onStage = ({ report }: ReadReport): void => void weeks.push(report.period.weeks.length);
    const never = new Promise<void>(quiet);
    const place = { ...busy, git: new HeldGit('recent', never) };
    await readRecentFirst([place], { ...request(104), withLines: true, onStage });
    assert.deepEqual(weeks, [104]);
  });

  it('reads no more of the last weeks once they are told', async () => {
    const place = await placeWith(4 * manyUnlinked);
    const weeks: number[] = [];
    const onStage = ({ report }: ReadReport): void => void weeks.push(report.period.weeks.length);
    let tell = quiet;
    const ended = new Promise<void>((resolve) => (tell = resolve));
    class Watched extends HeldGit {
      override async *stream(...args: Parameters<Git['stream']>): ReturnType<Git['stream']> {
        try {
          yield* super.stream(...args);
        } finally {
          if (args[1][0] === 'diff-tree') tell();
        }
      }
    }
    await readRecentFirst([{ ...place, git: new Watched('whole', ended) }], { ...request(104), onStage });
    assert.deepEqual(weeks, [12]);
  });

  it('tells them only where the rest takes time', async () => {
    assert.deepEqual(await stagesOf(calm, 104), []);
  });

  it('neither waits for the last weeks nor fails with them', async () => {
    const never = new Promise<void>(quiet);
    const fault = Promise.reject(new Error('no more memory'));
    fault.catch(quiet);
    const failing = { ...busy, git: new HeldGit('recent', fault) };
    assert.deepEqual(await stagesOf(failing, 104), []);
    const git = new HeldGit('recent', never);
    assert.deepEqual(await stagesOf({ ...busy, git }, 104), []);
    assert.ok(git.isStopped);
  });

  it('reads once where nobody listens, and where the period is short', async () => {
    let calls = 0;
    const git = new Git(() => {
      calls += 1;
      return 'git';
    });
    const place = { ...calm, git };
    for (const asked of [request(104), { ...request(23), onStage: quiet }]) {
      calls = 0;
      await readReport([place], asked);
      const alone = calls;
      await readRecentFirst([place], asked);
      assert.equal(calls, 2 * alone);
    }
  });

  it('fails once, and leaves nothing running', async () => {
    const git = new Git(() => '/nowhere/git');
    const asked = { ...request(104), onStage: quiet };
    await assert.rejects(readRecentFirst([{ ...busy, git }], asked), GitError);
    await assert.rejects(
      readRecentFirst([busy], asked, AbortSignal.abort(new Error('no longer'))),
      /no longer/,
    );
  });
});
