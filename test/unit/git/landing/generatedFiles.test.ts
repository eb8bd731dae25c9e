import assert from 'node:assert/strict';
import { generatedFiles } from '../../../../src/git/landing/generatedFiles';
import { Git } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';

describe('generatedFiles', () => {
  const git = new Git(() => 'git');
  let repository: GitRepositoryFixture;
  beforeEach(() => {
    repository = new GitRepositoryFixture();
  });
  afterEach(() => repository.remove());
  const among = async (...paths: string[]): Promise<string[]> => [
    ...(await generatedFiles(git, repository.root, paths)),
  ];

  it('are those that attributes of their folder or above call generated or vendored', async () => {
    repository.write(
      '.gitattributes',
      'dist/** linguist-generated\nlib/** linguist-vendored=true\n*.ä linguist-generated\n',
    );
    repository.write('dist/own/.gitattributes', '* -linguist-generated\n');
    assert.deepEqual(await among('src/a.ts', 'dist/a.js', 'dist/own/b.js', 'lib/c.js', 'x "y"\n.ä', 'dist'), [
      'dist/a.js',
      'lib/c.js',
      'x "y"\n.ä',
    ]);
  });

  it('are not those of which an attribute says the opposite', async () => {
    repository.write(
      '.gitattributes',
      '* linguist-generated\na linguist-generated=false\nb -linguist-generated\nc !linguist-generated\nd linguist-generated=no\n',
    );
    assert.deepEqual(await among('a', 'b', 'c', 'd', 'e'), ['e']);
  });

  it('are none where there are no files or attributes', async () => {
    assert.deepEqual(await among(), []);
    assert.deepEqual(await among('a'), []);
  });
});
