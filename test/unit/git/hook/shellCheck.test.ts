import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hookScript } from '../../../../src/git/hook/hookScript';

const { status } = spawnSync('shellcheck', ['--version'], { stdio: 'ignore' });
const isThere = status === 0;
/** Where a run without ShellCheck would go unseen. */
const isNeeded = process.env['CI'] !== undefined && process.platform === 'linux';

describe('The commit hook', () => {
  const title = isThere
    ? 'has no fault that ShellCheck knows'
    : 'was not given to ShellCheck, which is not installed: run “apt-get install shellcheck”';

  it(title, () => {
    if (!isThere) {
      assert.ok(!isNeeded, 'ShellCheck is not installed: .ci/run installs it.');
      process.stderr.write(`The commit hook ${title}.\n`);
      return;
    }
    const check = spawnSync('shellcheck', ['--shell=sh', '--severity=style', '--format=gcc', '-'], {
      input: hookScript,
      encoding: 'utf8',
    });
    assert.equal(check.stdout, '');
    assert.equal(check.status, 0, check.stderr);
  });
});
