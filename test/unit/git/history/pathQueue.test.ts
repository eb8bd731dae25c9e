import assert from 'node:assert/strict';
import { PathQueue } from '../../../../src/git/history/pathQueue';
import { readPaths } from '../../../../src/git/history/pathReader';
import { Git } from '../../../../src/git/run/git';
import { isGitFault } from '../../../../src/git/run/gitError';
import { GitRepositoryFixture } from '../../../support/gitRepository';
import { until } from '../../../support/until';
import { importLandings } from '../landing/landingFixture';

/** Git that counts the processes that run. */
class CountingGit extends Git {
  running = 0;
  most = 0;
  started = 0;

  override async *stream(...asked: Parameters<Git['stream']>): AsyncGenerator<Buffer, void> {
    this.started += 1;
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    try {
      yield* super.stream(...asked);
    } finally {
      this.running -= 1;
    }
  }
}

describe('PathQueue', function () {
  this.timeout(60_000);
  const repository = new GitRepositoryFixture();
  let shas: string[] = [];
  let git: CountingGit;

  before(() => {
    shas = importLandings(
      repository.root,
      Array.from({ length: 7000 }, (_, at) => ({
        message: 'x',
        at: at / 500,
        files: at % 7 === 0 ? [] : [`src/${at % 50}.ts`],
      })),
    );
  });
  beforeEach(() => {
    git = new CountingGit(() => 'git');
  });
  after(() => repository.remove());

  function queueOf(signal?: AbortSignal): PathQueue {
    return new PathQueue(git, repository.root, signal);
  }

  it('reads what one git would, while more is asked for', async () => {
    const queue = queueOf();
    queue.add(shas.slice(0, 3000));
    await until('something is read before all is asked for', () => queue.paths.size > 0);
    queue.add(shas);
    const told: number[] = [];
    await queue.finish((done) => told.push(done));
    assert.equal(told.at(-1), shas.length);
    const expected = new Map<string, readonly string[]>();
    for await (const { sha, paths } of readPaths(new Git(() => 'git'), repository.root, shas)) {
      expected.set(sha, paths);
    }
    assert.deepEqual(queue.paths, expected);
    assert.deepEqual([git.most, git.started], [2, 3]);
  });

  it('starts no git for nothing', async () => {
    const queue = queueOf();
    queue.add([]);
    await queue.finish();
    assert.equal(git.started, 0);
  });

  it('tells the first fault, and starts no git after it', async () => {
    git = new CountingGit(() => 'false');
    const queue = queueOf();
    queue.add(shas);
    await assert.rejects(queue.finish(), (error) => isGitFault(error, 'failed'));
    queue.add(shas.map((_, at) => at.toString(16).padStart(40, '0')));
    await assert.rejects(queue.finish(), (error) => isGitFault(error, 'failed'));
    assert.deepEqual([git.started, git.running], [2, 0]);
  });

  it('ends its gits when it is disposed, and when the work is cancelled', async () => {
    const queue = queueOf();
    queue.add(shas);
    queue.dispose();
    await until('no git runs', () => git.running === 0);
    assert.equal(queue.paths.size, 0);

    const abort = new AbortController();
    const cancelled = queueOf(abort.signal);
    cancelled.add(shas);
    abort.abort(new Error('enough'));
    await assert.rejects(cancelled.finish(), /enough/);
    assert.equal(git.running, 0);
  });
});
