import assert from 'node:assert/strict';
import { commitLinks } from '../../../../src/git/links/commitLinks';
import { Git } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';

const rules = {
  trailer: 'Initiative',
  projects: new Set(['SHOP']),
  keyOf: (text: string) => (/^#\d+$/.test(text) ? `SHOP-${text.slice(1)}` : undefined),
};

describe('commitLinks', function () {
  this.timeout(20_000);
  let repository: GitRepositoryFixture;
  const linksOf = async (revision: string): Promise<string[] | undefined> =>
    (await commitLinks(new Git(() => 'git'), repository.root, revision, rules))?.links.map(
      ({ key, by, other }) => [key, by, ...(other ? [other.by, other.subject] : [])].join(' | '),
    );
  beforeEach(() => {
    repository = new GitRepositoryFixture();
    repository.commit('a', '0', 'Start');
  });
  afterEach(() => repository.remove());

  it('are what the commit itself names, note included', async () => {
    const sha = repository.commit('a', '1', 'Retry (#142)\n\nInitiative: SHOP-7\n');
    repository.git('notes', '--ref=goals', 'add', '-m', 'Initiative: SHOP-9', sha);
    assert.deepEqual(await linksOf(sha), ['SHOP-7 | trailer', 'SHOP-142 | subject', 'SHOP-9 | note']);
    assert.deepEqual(await linksOf('HEAD'), await linksOf(sha.slice(0, 10)));
  });

  it('are those of the merge that landed it, and not of one that brought the main line in', async () => {
    repository.git('switch', '--quiet', '-c', 'fix/142-totals');
    const sha = repository.commit('b', '1', 'Round up');
    repository.git('switch', '--quiet', 'main');
    const before = repository.commit('a', '2', 'Other work');
    repository.git('switch', '--quiet', 'fix/142-totals');
    repository.git(
      'merge',
      '--quiet',
      '--no-edit',
      '-m',
      "Merge branch 'issue/9' into fix/142-totals",
      'main',
    );
    repository.git('switch', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'fix/142-totals');
    const subject = "Merge branch 'fix/142-totals'";
    assert.deepEqual(await linksOf(sha), [`SHOP-142 | merge | merge | ${subject}`]);
    assert.deepEqual(await linksOf(before), []);
    assert.deepEqual(await linksOf('HEAD'), ['SHOP-142 | merge']);
  });

  it('are those of the commit that it reverts', async () => {
    const sha = repository.commit('a', '1', 'Round up\n\nFixes #142\n');
    repository.git('revert', '--no-edit', sha);
    assert.deepEqual(await linksOf('HEAD'), ['SHOP-142 | revert | closingKeyword | Round up']);
  });

  it('are none of what is no commit', async () => {
    for (const revision of ['nothing', '--all', '', 'HEAD:a', '-x']) {
      assert.equal(await linksOf(revision), undefined, revision);
    }
  });
});
