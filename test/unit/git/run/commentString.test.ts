import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commentMark } from '../../../../src/core/message/commentMark';
import { commentString } from '../../../../src/git/run/commentString';
import { HookRepository, plainGit } from '../hook/hookRepository';

describe('commentString', function () {
  this.timeout(20_000);
  let repository: HookRepository;
  beforeEach(() => (repository = new HookRepository()));
  afterEach(() => repository.remove());
  const asked = (): Promise<string | undefined> => commentString(plainGit, repository.root);

  it('is undefined where nothing is said, and the last value where several are', async () => {
    assert.equal(await asked(), undefined);
    repository.git('config', 'core.commentChar', ';');
    assert.equal(await asked(), ';');
    repository.git('config', '--add', 'core.commentChar', 'auto');
    assert.equal(await asked(), 'auto');
  });

  it('fails where git does', async () => {
    appendFileSync(join(repository.root, '.git/config'), '[broken\n');
    await assert.rejects(asked());
  });

  for (const configured of [undefined, ';', '@', 'auto'] as const) {
    for (const title of ['Fix', '#142 Fix totals']) {
      it(`leads to what git writes before its comments, with ${configured ?? 'nothing'} and “${title}”`, async () => {
        if (configured !== undefined) repository.git('config', 'core.commentChar', configured);
        // An editor that keeps what it was opened on.
        const editor = 'cp "$1" .git/seen';
        repository.try(['commit', '--allow-empty', '-m', title, '--edit'], { editor });
        const seen = readFileSync(join(repository.root, '.git/seen'), 'utf8');
        const mark = commentMark(seen, await asked());
        const own = seen.split('\n').find((line) => line.includes('Please enter the commit message'));
        assert.ok(own?.startsWith(`${mark} Please`), `${own} by ${mark}`);
      });
    }
  }
});
