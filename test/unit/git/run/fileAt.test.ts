import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileAt } from '../../../../src/git/run/fileAt';
import { Git } from '../../../../src/git/run/git';
import { GitError } from '../../../../src/git/run/gitError';
import { GitWorld } from './gitWorld';

describe('fileAt', () => {
  const git = new Git(() => 'git');
  const world = new GitWorld();
  let root: string;
  before(() => {
    root = world.make();
  });
  after(() => world.remove());

  const at = (revision: string, path: string, folder = root): Promise<string | undefined> =>
    fileAt(git, folder, world.git(folder, ['rev-parse', revision]).trim(), path);

  it('gives the text that a commit has, whatever the work tree holds', async () => {
    writeFileSync(join(root, 'a.txt'), 'other\n');
    assert.equal(await at('HEAD', 'a.txt'), '4\n4\n4\n4\n');
    assert.equal(await at('HEAD~1', 'größe.txt'), '3\n3\n3\n');
  });

  it('gives nothing where the commit has no such file, nor for a pattern, a folder or a link', async () => {
    mkdirSync(join(root, 'folder'));
    writeFileSync(join(root, 'folder/file'), '1');
    symlinkSync('a.txt', join(root, 'link'));
    world.git(root, ['add', 'folder', 'link']);
    const tree = world.git(root, ['write-tree']).trim();
    assert.equal(await fileAt(git, root, tree, 'folder/file'), '1');
    for (const path of ['folder', 'link', '*.txt', 'none', 'folder/none'])
      assert.equal(await fileAt(git, root, tree, path), undefined, path);
    assert.equal(await at('main', 'a.txt'), undefined);
  });

  it('looks from the top of the repository, wherever git runs', async () => {
    assert.equal(await at('HEAD', 'a.txt', join(root, 'folder')), '4\n4\n4\n4\n');
  });

  it('fails where the commit has a file whose text is not here: that is no file without rules', async () => {
    const clone = world.partialCloneOf(root, 'blob:none', true);
    assert.equal(await at('HEAD', 'größe.txt', clone), '3\n3\n3\n');
    await assert.rejects(at('HEAD~2', 'größe.txt', clone), GitError);
    assert.equal(await at('HEAD~2', 'a.txt', clone), undefined);
  });
});
