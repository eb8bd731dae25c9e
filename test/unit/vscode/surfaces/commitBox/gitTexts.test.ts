import assert from 'node:assert/strict';
import { Git } from '../../../../../src/git/run/git';
import { GitTextReader } from '../../../../../src/vscode/surfaces/commitBox/gitTexts';
import { GitRepositoryFixture } from '../../../../support/gitRepository';

describe('what git itself puts into the commit box', () => {
  let repository: GitRepositoryFixture;
  let reader: GitTextReader;

  beforeEach(() => {
    repository = new GitRepositoryFixture();
    repository.write('.git/template', '# How to write it\nWhy:\n');
    reader = new GitTextReader(new Git(() => 'git'), repository.root);
  });
  afterEach(() => repository.remove());

  it('is the template of now, where it is set or taken away without a commit', async () => {
    assert.deepEqual(await reader.read(true), { message: undefined, template: undefined });
    repository.git('config', 'commit.template', '.git/template');
    assert.deepEqual(await reader.read(true), { message: undefined, template: 'Why:' });
    repository.git('config', '--unset', 'commit.template');
    assert.deepEqual(await reader.read(true), { message: undefined, template: undefined });
  });

  it('is the message of what is unfinished as well, for which the template is not looked up again', async () => {
    repository.git('config', 'commit.template', '.git/template');
    await reader.read(true);
    repository.write('.git/MERGE_MSG', "Merge branch 'x'\n\n# Conflicts:\n");
    repository.git('config', '--unset', 'commit.template');
    assert.deepEqual(await reader.read(false), { message: "Merge branch 'x'", template: 'Why:' });
  });
});
