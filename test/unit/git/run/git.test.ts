import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Git } from '../../../../src/git/run/git';
import { gitEnvironment } from '../../../../src/git/run/gitEnvironment';
import { GitError, type GitFault } from '../../../../src/git/run/gitError';
import { GitRepositoryFixture } from '../../../support/gitRepository';
import { until } from '../../../support/until';

describe('Git', () => {
  let repository: GitRepositoryFixture;
  let scripts: string;
  const git = new Git(() => 'git');

  before(() => {
    repository = new GitRepositoryFixture();
    repository.commit('a.txt', 'a', 'One');
    scripts = mkdtempSync(join(tmpdir(), 'goal-lens scripts '));
  });
  after(() => {
    repository.remove();
    rmSync(scripts, { recursive: true, force: true });
  });

  /** A program in the place of git that does this in a shell; its process id is in `pid`. */
  const standIn = (name: string, text: string): { git: Git; pid: () => number } => {
    const path = join(scripts, name);
    writeFileSync(path, `#!/bin/sh\necho $$ >"${path}.new"; mv "${path}.new" "${path}.pid"\n${text}\n`);
    chmodSync(path, 0o755);
    return { git: new Git(() => path), pid: () => Number(readFileSync(`${path}.pid`, 'utf8')) };
  };
  const isFault =
    (fault: GitFault, message: RegExp) =>
    (error: unknown): boolean => {
      assert.ok(error instanceof GitError, String(error));
      assert.equal(error.fault, fault, error.message);
      assert.match(error.message, message);
      return true;
    };
  const isGone = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };

  it('answers with what git prints, as text and as bytes', async () => {
    assert.equal(await git.run(repository.root, ['log', '--format=%s']), 'One\n');
    const input = Buffer.from([0xff, 0x00, 0x0a, 0xfe]);
    const sha = await git.run(repository.root, ['hash-object', '-w', '--stdin'], { input });
    assert.deepEqual(await git.bytes(repository.root, ['cat-file', 'blob', sha.trim()]), input);
  });

  it('passes on input of any size, made as git reads it', async () => {
    const id = repository.git('rev-parse', 'HEAD').trim();
    let made = 0;
    function* ids(): Generator<string> {
      for (; made < 50_000; made += 1) yield `${id}\n`;
    }
    const answer = await git.run(repository.root, ['cat-file', '--batch-check'], { input: ids() });
    assert.equal(answer.split('\n').length, 50_001);
    // Git does not read what it does not want.
    assert.equal((await git.run(repository.root, ['rev-parse', 'HEAD'], { input: ids() })).trim(), id);
  });

  it('says that there is no git', async () => {
    const expected = isFault('missing', /Install git, then/);
    await assert.rejects(new Git(() => '').run(repository.root, ['version']), expected);
    await assert.rejects(new Git(() => '/no/such/git').run(repository.root, ['version']), expected);
  });

  it('says that a folder is not there, and that it is no repository', async () => {
    const gone = join(repository.root, 'gone');
    await assert.rejects(git.run(gone, ['version']), isFault('notARepository', /gone is not there\. Open/));
    await assert.rejects(
      git.run(tmpdir(), ['rev-parse', 'HEAD']),
      isFault('notARepository', /is not in a git repository\. Open/),
    );
  });

  it('says what git says, from below its warnings', async () => {
    const { git: warning } = standIn('warning', 'echo "warning: hm" >&2; echo "fatal: no" >&2; exit 3');
    await assert.rejects(warning.run(repository.root, ['x']), (error) => {
      isFault('failed', /^Git failed and says: fatal: no$/)(error);
      assert.ok(error instanceof GitError);
      assert.deepEqual([error.exitCode, error.said], [3, 'fatal: no']);
      return true;
    });
    assert.equal(await warning.run(repository.root, ['x'], { answers: [0, 3] }), '');
    const { git: silent } = standIn('silent', 'exit 2');
    await assert.rejects(silent.run(repository.root, ['x']), isFault('failed', /exit code 2/));
  });

  it('ends a git that keeps silent, whatever it ignores and whatever it has started', async () => {
    const { git: stuck, pid } = standIn('stuck', `trap '' TERM; sleep 20 & wait; sleep 20`);
    await assert.rejects(
      stuck.run(repository.root, ['x'], { silenceMs: 300 }),
      isFault('timeout', /Run “git status”/),
    );
    await until('it is gone', () => isGone(pid()));
  });

  it('ends a git that has closed its output and does not end', async () => {
    const { git: stuck, pid } = standIn('closed', 'exec >&-; exec sleep 300');
    await assert.rejects(stuck.run(repository.root, ['x'], { silenceMs: 300 }), isFault('timeout', /./));
    assert.ok(isGone(pid()));
  });

  it('does not take a slow git for a silent one', async () => {
    const { git: slow } = standIn('slow', 'for i in 1 2 3 4 5 6; do echo $i; sleep 0.2; done');
    const answer = await slow.run(repository.root, ['x'], { silenceMs: 1000 });
    assert.equal(answer, '1\n2\n3\n4\n5\n6\n');
  });

  it('ends a git that prints too much', async () => {
    const { git: endless, pid } = standIn('endless', 'exec yes');
    await assert.rejects(
      endless.run(repository.root, ['x'], { maxBytes: 1024 * 1024 }),
      isFault('tooLarge', /more than 1 MB/),
    );
    assert.ok(isGone(pid()));
  });

  it('waits for a slow reader, and ends git when the reader leaves', async () => {
    const { git: endless, pid } = standIn('read', 'exec yes');
    let chunks = 0;
    for await (const chunk of endless.stream(repository.root, ['x'])) {
      assert.ok(chunk.length <= 64 * 1024);
      chunks += 1;
      if (chunks === 3) break;
    }
    assert.equal(chunks, 3);
    assert.ok(isGone(pid()));
  });

  it('ends git when it is told to, and rejects with the reason once git has gone', async () => {
    const { git: waiting, pid } = standIn('waiting', 'echo one; exec sleep 300');
    const abort = new AbortController();
    const reason = new Error('enough');
    const running = waiting.run(repository.root, ['x'], abort.signal);
    running.catch(() => undefined);
    await until('it runs', () => existsSync(join(scripts, 'waiting.pid')));
    abort.abort(reason);
    await assert.rejects(running, (error) => error === reason);
    assert.ok(isGone(pid()));
    // What was stopped before is not even started.
    await assert.rejects(
      new Git(() => '').run(repository.root, ['x'], abort.signal),
      (error) => error === reason,
    );
  });

  it('drops all that leads git to another repository, and keeps what a person set for all of git', () => {
    const local = execFileSync('git', ['rev-parse', '--local-env-vars'], { encoding: 'utf8' });
    const names = [
      ...local.trim().split('\n'),
      ...['GIT_CONFIG_KEY_0', 'GIT_CONFIG_VALUE_0', 'GIT_QUARANTINE_PATH', 'GIT_EXTERNAL_DIFF'],
    ];
    const kept = {
      GIT_CONFIG_GLOBAL: '/g',
      GIT_SSH_COMMAND: 'ssh',
      GIT_COMMITTER_NAME: 'Ana',
      GIT_TRACE2_EVENT: '',
    };
    const before = { ...process.env };
    try {
      Object.assign(process.env, Object.fromEntries(names.map((name) => [name, '1'])), kept);
      const env = gitEnvironment();
      assert.deepEqual(
        names.filter((name) => name in env),
        [],
      );
      for (const [name, value] of Object.entries(kept)) assert.equal(env[name], value);
    } finally {
      for (const name of [...names, ...Object.keys(kept)]) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, before);
    }
  });
});
