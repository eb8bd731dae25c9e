import assert from 'node:assert/strict';
import { sameWork } from '../../../../src/git/retag/sameWork';
import { never, pipedGit } from './retagFixture';
import { SaidGit } from '../../../support/saidGit';

/** What `git log` says of the commits of each tip. */
const logs: Readonly<Record<string, readonly string[]>> = {
  new: ['n1 treeA 1 ana@x Ana', 'n2 treeB 1 ana@x Ana', 'n3 treeC 1 ana@x Ana', 'n4 treeC 1 ana@x Ana'],
  old: [
    ...['o1 treeA 1 ana@x Ana', 'o2 treeB 2 ana@x Ana', 'o3 treeC 1 ana@x Ana', 'o4 treeD 1 ana@x Ana'],
    ...['o5 treeE 1 ana@x Ana', 'o6 treeE 1 ana@x Ana'],
  ],
};

describe('sameWork', () => {
  it('finds the commits with the same tree, author and date, and none that are alike', async () => {
    const git = new SaidGit((args) => `${logs[args.at(-2) ?? '']?.join('\n')}\n`);
    assert.deepEqual([...(await sameWork(git, '/shop', 'new', 'old', never))], [['n1', 'o1']]);
    assert.deepEqual([...(await sameWork(git, '/shop', 'old', 'new', never))], [['o1', 'n1']]);
    assert.deepEqual(git.asked[0]?.slice(-3), ['--end-of-options', 'new', '^old']);
  });

  it('fails as git does', () => assert.rejects(sameWork(pipedGit, __dirname, 'none', 'nowhere', never)));
});
