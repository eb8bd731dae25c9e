import assert from 'node:assert/strict';
import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const program = join(__dirname, '../mcp/cliProgram.ts');

/** Runs the command line, and answers with its exit code and what it complained of. */
async function run(stdout: 'pipe' | number, ...args: string[]): Promise<readonly [number | null, string]> {
  const stdio: StdioOptions = ['ignore', stdout, 'pipe'];
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { stdio });
  // Nobody reads.
  child.stdout?.destroy();
  assert.ok(child.stderr);
  const [complaints] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return [child.exitCode, complaints];
}

describe('the command line whose output nobody takes', function () {
  this.timeout(30_000);

  it('ends quietly, with the exit code of what it found', async () => {
    assert.deepEqual(await run('pipe', '--help'), [0, '']);
  });

  it('says that the output cannot be written, which is no finding', async () => {
    // A file that is open for reading alone, as no system has a full disk at hand.
    const file = openSync(program, 'r');
    try {
      const [exitCode, complaints] = await run(file, '--help');
      assert.equal(exitCode, 3);
      assert.match(complaints, /^goal-lens: The output cannot be written: .*EBADF.*\n$/);
    } finally {
      closeSync(file);
    }
  });
});
