import assert from 'node:assert/strict';
import { readObjects } from '../../../../src/git/retag/readObjects';
import { GitError } from '../../../../src/git/run/gitError';
import { never } from './retagFixture';
import { SaidGit } from '../../../support/saidGit';

async function read(said: string | Buffer, ids: readonly string[] = ['any']): Promise<unknown[]> {
  const objects = await readObjects(new SaidGit(() => said), '/shop', ids, never);
  return [...objects].map(([id, { type, content }]) => [id, type, content.toString('latin1')]);
}

describe('readObjects', () => {
  it('has each object that git prints, to the byte', async () => {
    const said = Buffer.from('aa commit 5\nx\n\xff\n\0\nbb blob 0\n\ncc tree 2\ny\n\n', 'latin1');
    assert.deepEqual(await read(said), [
      ['aa', 'commit', 'x\n\xff\n\0'],
      ['bb', 'blob', ''],
      ['cc', 'tree', 'y\n'],
    ]);
  });

  it('leaves out what is not there, or could be several', async () => {
    const said = 'dd missing\naa blob 1\nx\nee ambiguous\nbb blob 1\ny\n';
    assert.deepEqual(await read(said), [
      ['aa', 'blob', 'x'],
      ['bb', 'blob', 'y'],
    ]);
  });

  it('asks git for nothing where nothing is wanted', async () => {
    const git = new SaidGit(() => '');
    assert.equal((await readObjects(git, '/shop', [], never)).size, 0);
    assert.deepEqual(git.asked, []);
  });

  it('fails where git prints something else', async () => {
    for (const said of [
      'aa blob x\n',
      'aa blob 1',
      'no end',
      '\n',
      'say: aa blob 1\nx\n',
      'aa blob 1 of 2\nx\n',
    ])
      await assert.rejects(read(said), GitError, said);
  });
});
