import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { runCliIn, type CliRun } from './cliRun';

const goalsFile = 'goals:\n  - { key: SHOP-7, title: Checkout, level: initiative, priority: P1 }\n';

/** Repositories that git does not go on with, or not where it was asked. */
const broken: Readonly<Record<string, (repository: GitRepositoryFixture) => void>> = {
  'its work tree is elsewhere': (repository) => repository.git('config', 'core.worktree', tmpdir()),
  'its work tree is below': (repository) => {
    repository.write('sub/a', '1');
    repository.git('config', 'core.worktree', join(repository.root, 'sub'));
  },
  'its work tree is nowhere': (repository) => repository.git('config', 'core.worktree', '/no/such/folder'),
  'its settings cannot be read': (repository) =>
    writeFileSync(join(repository.root, '.git', 'config'), '[core\n\trepositoryformatversion = 0\n'),
  'its format is of a later version': (repository) =>
    repository.git('config', 'core.repositoryFormatVersion', '99'),
  'it is bare': (repository) => repository.git('config', 'core.bare', 'true'),
  'its HEAD is damaged': (repository) => writeFileSync(join(repository.root, '.git', 'HEAD'), 'x\n'),
};

describe('goal-lens in a folder whose repository cannot be read', function () {
  this.timeout(20_000);
  let home: string;
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  const run = (cwd: string, ...args: string[]): Promise<CliRun> => runCliIn(cwd, home, args);

  for (const [name, damage] of Object.entries(broken)) {
    describe(`as ${name}`, () => {
      let repository: GitRepositoryFixture;
      before(() => {
        repository = new GitRepositoryFixture();
        repository.write('.goals/goals.yaml', goalsFile);
        repository.commit('src/a.ts', '1\n', 'Retry\n\nInitiative: SHOP-7\n');
        damage(repository);
      });
      after(() => repository.remove());

      it('answers from the goals of the folder', async () => {
        const status = await run(repository.root, 'status');
        assert.deepEqual([status.exitCode, status.err], [0, '']);
        assert.match(status.out, /goals\.yaml · 1 goal/);
        const brief = await run(repository.root, 'brief', 'SHOP-7');
        assert.deepEqual([brief.exitCode, brief.err], [0, '']);
        assert.match(brief.out, /SHOP-7 Checkout/);
      });

      it('says why where it is asked to say more', async () => {
        const { err } = await run(repository.root, 'status', '--verbose');
        if (name !== 'its HEAD is damaged')
          assert.ok(err.includes(`${repository.root} is read without git: `), err);
      });

      it('does not measure or check commits, and says so', async () => {
        const sentence = /^(?:goal-lens: )?There is no git repository here\. Run it in one/;
        for (const command of [['check', '--base', 'main'], ['report']]) {
          const { exitCode, out, err } = await run(repository.root, ...command);
          assert.ok(exitCode >= 2, String(exitCode));
          assert.match(out + err, sentence);
        }
      });
    });
  }
});
