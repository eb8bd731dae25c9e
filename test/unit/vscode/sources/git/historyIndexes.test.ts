import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogOutputChannel } from 'vscode';
import { Git } from '../../../../../src/git/run/git';
import { GitError } from '../../../../../src/git/run/gitError';
import { HistoryIndexes } from '../../../../../src/vscode/sources/git/historyIndexes';
import { fileFaults, withFileFault } from '../../../../support/fileFaults';
import { GitRepositoryFixture } from '../../../../support/gitRepository';

const git = new Git(() => 'git');
const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
const never = new AbortController().signal;

describe('HistoryIndexes', () => {
  let repository: GitRepositoryFixture;
  let folder: string;
  const warnings: string[] = [];
  const log = { warn: (text: string) => warnings.push(text) } as unknown as LogOutputChannel;

  beforeEach(() => {
    repository = new GitRepositoryFixture();
    repository.commit('a.ts', '1', 'SHOP-1: one');
    folder = mkdtempSync(join(tmpdir(), 'goal-lens indexes '));
    warnings.length = 0;
  });
  afterEach(() => {
    repository.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const code of fileFaults) {
    it(`answers rightly and tells of it, whichever call for its file fails with ${code}`, async () => {
      for (let nth = 1; ; nth += 1) {
        rmSync(folder, { recursive: true, force: true });
        let read = 0;
        const indexes = new HistoryIndexes(git, folder, log);
        indexes.onDidRead(() => (read += 1));
        const hadFault = await withFileFault(folder, nth, code, async () => {
          const index = await indexes.upToDate(repository.root, rules, never);
          assert.equal(index.commitsOf(new Set(['SHOP-1'])).length, 1);
        });
        assert.equal(read, 1);
        if (!hadFault) break;
      }
      assert.ok(warnings.length > 0);
      assert.ok(warnings.every((text) => text.startsWith('The history index cannot be kept')));
    });
  }

  it('tells at once what is known of a file, and opens again what could not be opened', async () => {
    const indexes = new HistoryIndexes(git, folder, log);
    const head = repository.git('rev-parse', 'HEAD').trim();
    const touching = (): number => indexes.commitsTouching(repository.root, head, 'a.ts').length;
    const gitFolder = join(repository.root, '.git');
    renameSync(gitFolder, `${gitFolder}-away`);
    await assert.rejects(indexes.of(repository.root, rules), GitError);
    renameSync(`${gitFolder}-away`, gitFolder);
    assert.equal(touching(), 0);
    await indexes.upToDate(repository.root, rules, never);
    assert.equal(touching(), 1);
  });
});
