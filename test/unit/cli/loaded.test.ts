import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GitRepositoryFixture } from '../../support/gitRepository';

const run = promisify(execFile);
/** What runs TypeScript here, and is not there in the built program. */
const ofTsx = new Set(['tsx', 'esbuild']);

describe('what the command line loads', function () {
  this.timeout(60_000);
  const home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
  const repository = new GitRepositoryFixture();
  before(() => {
    repository.write(
      '.goals/goals.yaml',
      'goals:\n  - { key: SHOP-7, title: Checkout, level: initiative }\n',
    );
    repository.commit('src/pay.ts', '1\n', 'Retry');
  });
  after(() => {
    repository.remove();
    rmSync(home, { recursive: true, force: true });
  });

  async function packagesOf(command: string): Promise<string[]> {
    const program = join(__dirname, 'loadedProgram.ts');
    const args = ['--import', 'tsx', program, command, '-C', repository.root];
    const own = { HOME: home, USERPROFILE: home, APPDATA: home, LOCALAPPDATA: home };
    const env = { PATH: process.env['PATH'], ...own, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
    const { stdout } = await run(process.execPath, args, { env });
    return (stdout.trimEnd().split('\n').at(-1) ?? '').split(' ').filter((name) => !ofTsx.has(name));
  }

  it('is neither YAML nor schemas once it has read the goals file', async () => {
    const first = await packagesOf('status');
    assert.ok(first.includes('yaml') && first.includes('zod'), first.join());
    for (const command of ['status', 'goals']) {
      assert.deepEqual(await packagesOf(command), ['@vscode', 'jsonc-parser']);
    }
  });
});
