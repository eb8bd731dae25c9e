import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../../src/cli/runCli';
import type { CheckReport } from '../../../src/presentation/check/checkReport';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { TrackerServer } from '../trackers/support/trackerServer';

const token = 'very-secret-token-0123456789';
const goals = [{ key: 'SHOP-7', id: '7', title: 'Checkout', level: 'initiative', priority: 'P1' }];

/** The variable that holds the token for a stand-in. */
const variable = (url: string): string => `GOAL_LENS_TOKEN_${new URL(url).host.replace(/[.:]/g, '_')}`;
const settings = (url: string): string =>
  JSON.stringify({ 'goalLens.trackers': [{ kind: 'rest', url: `${url}/api` }] });

describe('goal-lens with the token of a tracker', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  let home: string;
  let tracker: TrackerServer;
  let hostile: TrackerServer;

  async function run(command: string, env: Record<string, string>, ...args: string[]) {
    let [out, err] = ['', ''];
    const exitCode = await runCli([command, ...args, '--format', 'json'], {
      platform: 'linux',
      home,
      env,
      cwd: repository.root,
      version: '1.2.3',
      now: Date.now(),
      print: (text) => (out += text),
      complain: (text) => (err += text),
    });
    assert.ok(!`${out}${err}`.includes(token));
    return { exitCode, out, err };
  }

  before(async () => {
    const answer = () => ({
      json: { schema: 'goal-lens/v1', generatedAt: new Date().toISOString(), nextCursor: null, goals },
    });
    [tracker, hostile] = [await new TrackerServer(answer).start(), await new TrackerServer(answer).start()];
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    repository = new GitRepositoryFixture();
    repository.commit('.vscode/settings.json', settings(tracker.url), 'Connect the tracker');
    repository.git('update-ref', 'refs/remotes/origin/main', 'main');
    repository.commit('a.ts', '1', 'Work\n\nInitiative: SHOP-7\n');
  });
  after(async () => {
    await Promise.all([tracker.stop(), hostile.stop()]);
    repository.remove();
    rmSync(home, { recursive: true, force: true });
  });
  beforeEach(() => {
    tracker.requests.length = 0;
    hostile.requests.length = 0;
  });

  it('verifies the keys of a pull request by asking the tracker', async () => {
    const { exitCode, out } = await run('check', { GITHUB_BASE_REF: 'main', [variable(tracker.url)]: token });
    const { isVerified, findings } = JSON.parse(out) as CheckReport;
    assert.deepEqual([exitCode, isVerified, findings], [0, true, []]);
    assert.deepEqual(
      [...new Set(tracker.requests.map(({ headers }) => headers.authorization))],
      [`Bearer ${token}`],
    );
  });

  it('publishes what the tracker has', async () => {
    const { exitCode, out } = await run('goals', { [variable(tracker.url)]: token }, '--export', 'public');
    assert.deepEqual([exitCode, JSON.parse(out)], [0, { goals: 1, files: ['goals.json'], leftOut: [] }]);
    assert.ok(tracker.requests.length > 0);
    const written = await readFile(join(repository.root, 'public/goals.json'), 'utf8');
    assert.equal((JSON.parse(written) as { goals: { key: string }[] }).goals[0]?.key, 'SHOP-7');
  });

  it('asks nobody without a token, as in the pull request of a fork', async () => {
    const env = { GITHUB_BASE_REF: 'main', [variable(tracker.url)]: '' };
    const { isVerified } = JSON.parse((await run('check', env)).out) as CheckReport;
    assert.deepEqual([isVerified, tracker.requests.length], [false, 0]);
  });

  it('cannot tell where the tracker is out of reach', async () => {
    const gone = await new TrackerServer(() => undefined).start();
    const { url } = gone;
    await gone.stop();
    repository.git('checkout', '--quiet', '-b', 'gone', 'main');
    const base = repository.commit('.vscode/settings.json', settings(url), 'Another tracker');
    repository.commit('b.ts', '1', 'Work\n\nInitiative: SHOP-7\n');
    const { exitCode, out } = await run('check', { [variable(url)]: token }, '--base', base);
    assert.equal(exitCode, 3);
    assert.match(out, /cannot be reached .*Check your connection/);
    repository.git('checkout', '--quiet', 'main');
  });

  describe('and a hostile pull request', () => {
    /** The token of both hosts, as if the attacker had guessed how it is called. */
    const both = (): Record<string, string> => ({
      [variable(tracker.url)]: token,
      [variable(hostile.url)]: token,
    });

    before(() => {
      repository.git('checkout', '--quiet', '-b', 'hostile', 'main');
      repository.commit('.vscode/settings.json', settings(hostile.url), 'Initiative: SHOP-7');
    });
    after(() => repository.git('checkout', '--quiet', 'main'));

    it('never learns the token from a check', async () => {
      await run('check', { GITHUB_BASE_REF: 'main', ...both() });
      await run('check', both(), '--base', 'main');
      assert.equal(hostile.requests.length, 0);
      assert.ok(tracker.requests.length > 0);
    });

    it('never learns it from a report', async () => {
      const { exitCode } = await run('report', { GITHUB_BASE_REF: 'main', ...both() });
      assert.ok(exitCode <= 1);
      assert.equal(hostile.requests.length, 0);
      assert.ok(tracker.requests.length > 0);
    });

    it('asks nobody where the base is not there', async () => {
      const { exitCode, err } = await run('report', { GITHUB_BASE_REF: 'gone-away', ...both() });
      assert.equal(exitCode, 2);
      assert.match(err, /There is no “refs\/remotes\/origin\/gone-away” here/);
      assert.equal(hostile.requests.length + tracker.requests.length, 0);
    });
  });
});
