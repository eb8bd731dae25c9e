import assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import type { GoalLensApi } from '../../../src/extension';
import { git } from '../support/git';
import { until } from '../../support/until';
import { branchKeys, fileKeys, goalLens, onBranch, open, repositoryNamed, write } from '../support/goalLens';
import { hoverAt } from '../support/providers';
import { lineWith, resetSurfaces } from '../support/surfaces';

const [web, api, worktree] = [0, 1, 2];
const file = 'src/start.ts';

describe('files of several repositories', () => {
  let lens: GoalLensApi;

  before(async () => {
    lens = await goalLens();
    for (const name of ['web', 'api', 'web-worktree', 'kit']) await repositoryNamed(lens, name);
    await until('the context is ready', () => lens.services.context.current.isReady);
  });
  afterEach(resetSurfaces);

  it('name the goals of their own folder, whichever the person is in', async () => {
    for (const root of [web, api]) await write('note.md', 'SHARED-1\n', root);
    try {
      const [inWeb, inApi] = [await open('note.md', web), await open('note.md', api)];
      await onBranch(lens, 'feature/API-1-start');
      assert.match(await hoverAt(inWeb, 0, 3), /Shared as WEB sees it/);
      assert.match(await hoverAt(inApi, 0, 3), /Shared as API sees it/);
    } finally {
      for (const root of [web, api]) {
        await workspace.fs.delete(Uri.joinPath(workspace.workspaceFolders![root]!.uri, 'note.md'));
      }
    }
  });

  it('in a worktree lead over its own lines to the goal', async () => {
    const uri = await open(file, worktree);
    await onBranch(lens, 'fix/WEB-2-worktree');
    assert.match(await hoverAt(uri, 0, 9), /Line 1 → .*WEB\\-2 → WEB\\-1/);
    await until('the file has its goal', () => fileKeys(lens).join() === 'WEB-1');
  });

  it('in a submodule belong to it: branch, goals and lines are its own', async () => {
    const uri = await open(`vendor/kit/${file}`, web);
    await onBranch(lens, 'feature/KIT-2-measure');
    assert.deepEqual(branchKeys(lens), ['KIT-1']);
    await until('the file has its goal', () => fileKeys(lens).join() === 'KIT-1');
    assert.equal(lens.services.context.current.file?.path, file);
    assert.match(await hoverAt(uri, 0, 9), /Line 1 → .*KIT\\-2 → KIT\\-1/);
  });

  describe('in the middle of a merge', () => {
    let root: string;
    let uri: Uri;

    before(async () => {
      const repository = await repositoryNamed(lens, 'api');
      root = repository.rootUri.fsPath;
      const commit = async (text: string, subject: string): Promise<void> => {
        await write(file, text, api);
        git(root, 'commit', '--quiet', '-am', subject);
      };
      git(root, 'checkout', '--quiet', '-b', 'theirs');
      await commit('export const start = 2;\n', 'SHARED-1: theirs');
      git(root, 'checkout', '--quiet', 'feature/API-1-start');
      await commit('export const start = 3;\n', 'API-2: ours');
      assert.throws(() => git(root, 'merge', '--quiet', 'theirs'));
      await repository.status();
      uri = Uri.joinPath(repository.rootUri, file);
    });
    after(async () => {
      git(root, 'merge', '--abort');
      git(root, 'reset', '--quiet', '--hard', 'HEAD~');
      git(root, 'branch', '--quiet', '-D', 'theirs');
      await (await repositoryNamed(lens, 'api')).status();
    });

    it('the merge editor is about the file, and each side’s line leads to its own goal', async () => {
      await open(file, web);
      await onBranch(lens, 'feature/WEB-1-start');
      const sideOf = (stage: string): Uri => lens.services.repositories.gitUri(uri, stage)!;
      const [base, ours, theirs] = [sideOf(':1'), sideOf(':2'), sideOf(':3')];
      await commands.executeCommand('_open.mergeEditor', {
        base,
        input1: { uri: ours, title: 'Current' },
        input2: { uri: theirs, title: 'Incoming' },
        output: uri,
      });
      await onBranch(lens, 'feature/API-1-start');
      await until(
        'the file is shown',
        () => lens.services.context.current.file?.uri.toString() === uri.toString(),
      );
      assert.match(await hoverAt(ours, await lineWith(ours, 'start'), 9), /API\\-2\\: ours/);
      assert.match(await hoverAt(theirs, await lineWith(theirs, 'start'), 9), /SHARED\\-1\\: theirs/);
      assert.match(await hoverAt(base, await lineWith(base, 'start'), 9), /API\\-2\\: start/);
    });
  });
});
