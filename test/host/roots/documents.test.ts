import assert from 'node:assert/strict';
import { Uri, workspace } from 'vscode';
import { until } from '../../support/until';
import {
  type GoalLensApi,
  branchKeys,
  fileKeys,
  goalLens,
  onBranch,
  open,
  repositoryNamed,
  write,
} from '../support/goalLens';
import { hoverAt } from '../support/providers';
import { resetSurfaces } from '../support/surfaces';

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

  it('name them in a notebook, too', async () => {
    const cell = {
      cell_type: 'code',
      execution_count: null,
      metadata: {},
      outputs: [],
      source: ['# SHARED-1'],
    };
    const text = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    await write('note.ipynb', JSON.stringify(text), web);
    const uri = Uri.joinPath(workspace.workspaceFolders![web]!.uri, 'note.ipynb');
    try {
      await open(file, api);
      await onBranch(lens, 'feature/API-1-start');
      const notebook = await workspace.openNotebookDocument(uri);
      assert.match(await hoverAt(notebook.cellAt(0).document.uri, 0, 4), /Shared as WEB sees it/);
    } finally {
      await workspace.fs.delete(uri);
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
});
