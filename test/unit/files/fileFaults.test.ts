import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBounded } from '../../../src/files/readBounded';
import { removeFiles } from '../../../src/files/removeFiles';
import { replaceFile } from '../../../src/files/replaceFile';
import { HistoryIndex } from '../../../src/git/history/historyIndex';
import { isHistoryFault } from '../../../src/git/history/historyError';
import { planHook } from '../../../src/git/hook/hookPlan';
import { installHook, removeHook } from '../../../src/git/hook/installHook';
import { Git } from '../../../src/git/run/git';
import { fileFaults, withFileFault } from '../../support/fileFaults';
import { GitRepositoryFixture } from '../../support/gitRepository';

const git = new Git(() => 'git');
const textOf = (error: unknown): string => (error instanceof Error ? error.message : 'no error');

for (const code of fileFaults) {
  describe(`Where the nth call to the file system fails with ${code}`, () => {
    let folder = '';
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'goal-lens-faults-'))));
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    /** Tries each call in turn; `work` says what it does where it is told of the fault. */
    const everyCall = async (
      prepare: () => unknown,
      work: () => Promise<unknown>,
      check: (error: unknown) => unknown,
    ): Promise<number> => {
      for (let nth = 1; ; nth += 1) {
        await prepare();
        let error: unknown;
        const hadFault = await withFileFault(folder, nth, code, async () => {
          await work().catch((thrown: unknown) => (error = thrown));
        });
        await check(error);
        if (!hadFault) {
          assert.equal(error, undefined);
          return nth - 1;
        }
      }
    };

    it('a replaced file is the old one or the new one, and nothing stays beside it', async () => {
      const path = join(folder, 'kept');
      const [old, fresh] = ['old\n'.repeat(1000), 'new\n'.repeat(2000)];
      const calls = await everyCall(
        () => writeFileSync(path, old),
        () => replaceFile(path, fresh),
        (error) => {
          assert.equal(readFileSync(path, 'utf8'), error ? old : fresh);
          // What cannot even be removed is pruned a day later.
          const left = readdirSync(folder).filter((name) => name !== 'kept');
          assert.ok(left.every((name) => name.endsWith('.tmp')) && left.length <= 1);
          for (const name of left) rmSync(join(folder, name));
        },
      );
      assert.ok(calls >= 5, `${calls} calls`);
    });

    it('a file of the repository is read whole, or said to be unreadable', async () => {
      const path = join(folder, 'goals.yaml');
      writeFileSync(path, 'goals: []\n');
      const calls = await everyCall(
        () => undefined,
        async () => {
          const read = await readBounded(path, folder, 100);
          assert.deepEqual(read, { kind: 'read', bytes: Buffer.from('goals: []\n') });
        },
        (error) => {
          if (error) assert.match(textOf(error), /injected/);
        },
      );
      assert.ok(calls >= 2, `${calls} calls`);
    });

    it('what is to be removed is removed as far as possible, and the fault is told', async () => {
      const calls = await everyCall(
        () => ['a', 'b', 'c'].forEach((name) => writeFileSync(join(folder, name), '')),
        () => removeFiles(folder, (name) => name !== 'c'),
        (error) => {
          const left = readdirSync(folder);
          assert.ok(left.includes('c'));
          if (!error) assert.deepEqual(left, ['c']);
          else if (!textOf(error).endsWith('injected, readdir')) {
            assert.match(textOf(error), /injected, rm$/);
            assert.equal(left.length, 2, 'only what cannot be removed stays');
          }
        },
      );
      assert.ok(calls >= 3, `${calls} calls`);
    });

    it('the history is right in memory, and on the disk old, new or absent, never damaged', async () => {
      const repository = new GitRepositoryFixture();
      try {
        repository.commit('a.ts', '1', 'SHOP-1: one');
        const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
        const open = (): Promise<HistoryIndex> =>
          HistoryIndex.open({
            git,
            root: repository.root,
            folder,
            rules,
            onDamaged: () => assert.fail('It counts as damaged.'),
          });
        await (await open()).update();
        let commits = 1;
        const calls = await everyCall(
          () => {
            commits += 1;
            repository.git('commit', '--quiet', '--allow-empty', '-m', `SHOP-1: ${commits}`);
          },
          async () => {
            const index = await open();
            try {
              await index.update();
            } finally {
              assert.equal(index.commitsOf(new Set(['SHOP-1'])).length, commits);
            }
          },
          async (error) => {
            if (error) {
              assert.ok(isHistoryFault(error, 'storeUnwritable'), textOf(error));
              assert.match(
                error.message,
                /^The history of goals cannot be kept in .*\. Free some space there/,
              );
            }
            const kept = (await open()).commitsOf(new Set(['SHOP-1'])).length;
            assert.ok(kept >= 1 && kept <= commits, `${kept} of ${commits}`);
            assert.ok(!readdirSync(folder).some((name) => name.endsWith('.damaged')));
          },
        );
        assert.ok(calls >= 3, `${calls} calls`);
      } finally {
        repository.remove();
      }
    });

    it('the hook of a person is there, under its own name or beside ours, when ours is set up or taken away', async () => {
      const repository = new GitRepositoryFixture();
      const hooks = join(folder, 'hooks');
      const own = '#!/bin/sh\nexit 0\n';
      try {
        const reset = (): void => {
          rmSync(hooks, { recursive: true, force: true });
          mkdirSync(hooks);
          writeFileSync(join(hooks, 'commit-msg'), own, { mode: 0o755 });
        };
        // The folder of the hooks is where the calls are counted.
        rmSync(join(repository.root, '.git/hooks'), { recursive: true, force: true });
        reset();
        symlinkSync(hooks, join(repository.root, '.git/hooks'));
        const isKept = (): boolean =>
          ['commit-msg', 'commit-msg.before-goal-lens'].some((name) => {
            try {
              return (
                readFileSync(join(hooks, name), 'utf8') === own &&
                (statSync(join(hooks, name)).mode & 0o111) !== 0
              );
            } catch {
              return false;
            }
          });
        const installing = await everyCall(
          reset,
          async () => installHook(await planHook(git, repository.root)),
          () => assert.ok(isKept()),
        );
        assert.ok(installing >= 3, `${installing} calls`);
        const calls = await everyCall(
          async () => {
            reset();
            await installHook(await planHook(git, repository.root));
          },
          () => removeHook(git, repository.root),
          (error) => {
            assert.ok(isKept());
            if (error) return;
            // A file that could not be read is not known for ours, and stays with what it runs.
            const left = readdirSync(hooks).sort().join();
            assert.match(left, /^commit-msg(?:,commit-msg.before-goal-lens|,prepare-commit-msg)?$/);
          },
        );
        assert.ok(calls >= 3, `${calls} calls`);
        assert.deepEqual(readdirSync(hooks), ['commit-msg']);
      } finally {
        repository.remove();
      }
    });
  });
}
