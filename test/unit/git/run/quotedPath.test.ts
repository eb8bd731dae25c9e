import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Git } from '../../../../src/git/run/git';
import { unquotedPath } from '../../../../src/git/run/quotedPath';
import { GitRepositoryFixture } from '../../../support/gitRepository';

describe('unquotedPath', function () {
  this.timeout(120_000);
  const git = new Git(() => 'git');
  let repository: GitRepositoryFixture;
  before(() => {
    repository = new GitRepositoryFixture();
  });
  after(() => repository.remove());

  it('gives back every name that git quotes', async () => {
    const { root } = repository;
    const blob = repository.git('hash-object', '-w', '--stdin').trim();
    const chars = Array.from('ab"\\\t\n\r\v\f\b\x07\x01\x1f\x7f 0ß🎯');
    const name = fc.string({ unit: fc.constantFrom(...chars), minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 40 }), async (names) => {
        const input = names.map((each) => `100644 blob ${blob}\t${each}\0`).join('');
        const tree = (await git.run(root, ['mktree', '-z'], { input })).trim();
        const listing = await git.bytes(root, ['ls-tree', '--name-only', tree]);
        const lines = listing.toString('latin1').slice(0, -1).split('\n');
        assert.deepEqual(lines.map(unquotedPath).sort(), [...names].sort());
      }),
      { numRuns: 30 },
    );
  });
});
