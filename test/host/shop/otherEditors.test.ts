import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { commands, Uri, window, workspace } from 'vscode';
import { until } from '../../support/until';
import {
  type GoalLensApi,
  fileKeys,
  gitSees,
  goalLens,
  open,
  repositoryNamed,
  write,
} from '../support/goalLens';
import { git } from '../support/git';
import { hoverAt } from '../support/providers';
import { lineWith, resetSurfaces } from '../support/surfaces';

describe('editors that are no text editors', () => {
  let api: GoalLensApi;
  let root: Uri;

  before(async () => {
    api = await goalLens();
    root = (await repositoryNamed(api, 'corner-shop')).rootUri;
    await until('the context is ready', () => api.services.context.current.isReady);
  });
  afterEach(resetSurfaces);

  const shows = (path: string): Promise<unknown> =>
    until(`${path} is shown`, () => api.services.context.current.file?.path === path);

  it('a comparison is about its file, and both sides’ lines lead to the goal', async () => {
    const path = 'src/payments/errors.ts';
    await open('src/money.ts');
    await shows('src/money.ts');
    const uri = Uri.joinPath(root, path);
    const before = api.services.repositories.gitUri(uri, 'HEAD')!;
    await commands.executeCommand('vscode.diff', before, uri, 'errors.ts');
    await shows(path);
    assert.ok(fileKeys(api).includes('SHOP-7'), fileKeys(api).join());
    for (const side of [before, uri]) {
      assert.match(await hoverAt(side, await lineWith(side, 'isPassing'), 3), /SHOP\\-142 → SHOP\\-120/);
    }
  });

  describe('a merge editor', () => {
    const path = 'src/payments/errors.ts';
    const branches = ['merge/ours', 'merge/theirs'] as const;
    let uri: Uri;
    let start: string;

    before(async () => {
      uri = Uri.joinPath(root, path);
      const folder = root.fsPath;
      const original = await readFile(uri.fsPath, 'utf8');
      start = git(folder, 'branch', '--show-current').trim();
      const from = git(folder, 'rev-parse', 'HEAD').trim();
      for (const branch of branches) {
        git(folder, 'checkout', '--quiet', '-b', branch, from);
        await write(path, `// ${branch}\n${original}`);
        git(folder, 'commit', '--quiet', '--all', '-m', `Say whose this is: ${branch}`);
      }
      git(folder, 'checkout', '--quiet', branches[0]);
      assert.throws(() => git(folder, 'merge', '--quiet', branches[1]));
      await gitSees(await repositoryNamed(api, 'corner-shop'), branches[0]);
    });
    after(async () => {
      git(root.fsPath, 'merge', '--abort');
      git(root.fsPath, 'checkout', '--quiet', start);
      git(root.fsPath, 'branch', '--quiet', '-D', ...branches);
      await gitSees(await repositoryNamed(api, 'corner-shop'), start);
    });

    it('is about its result, and the lines of current, incoming and result lead to the goal', async () => {
      await open('src/money.ts');
      await shows('src/money.ts');
      await commands.executeCommand('git.openMergeEditor', uri);
      await shows(path);
      assert.ok(fileKeys(api).includes('SHOP-7'), fileKeys(api).join());
      // With the focus elsewhere only the tab of the merge editor says what it is about.
      await commands.executeCommand('goalLens.openPanelToSide');
      await until('the panel has the focus', () => window.activeTextEditor === undefined);
      const sides = [':2', ':3'].map((stage) => api.services.repositories.gitUri(uri, stage)!);
      for (const [index, side] of sides.entries()) {
        assert.ok((await workspace.openTextDocument(side)).lineAt(0).text.includes(branches[index]!));
      }
      for (const side of [...sides, uri]) {
        assert.match(await hoverAt(side, await lineWith(side, 'isPassing'), 3), /SHOP\\-142 → SHOP\\-120/);
      }
      // What comes in is not in the checked-out history.
      assert.equal(await hoverAt(sides[1]!, 0, 4), '');
      // By now the context would have followed the focus away from the file.
      assert.equal(api.services.context.current.file?.path, path);
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });

  describe('a notebook on disk', () => {
    const path = 'src/payments/declines.ipynb';
    const cells = ['# SHOP-142: why cards are declined', 'total = 1'];
    const text = {
      cells: cells.map((source) => ({
        cell_type: 'code',
        execution_count: null,
        metadata: {},
        outputs: [],
        source: [source],
      })),
      metadata: { language_info: { name: 'python' } },
      nbformat: 4,
      nbformat_minor: 5,
    };

    // Its one line on disk leads to a goal, so that a cell's first line could be taken for it.
    before(async () => {
      await write(path, JSON.stringify(text));
      git(root.fsPath, 'add', '--', path);
      git(root.fsPath, 'commit', '--quiet', '-m', 'SHOP-142: look into declines', '--', path);
    });
    after(() => git(root.fsPath, 'reset', '--quiet', '--keep', 'HEAD~1'));

    it('has the goals of its path, and references in cells, whose lines git does not count', async () => {
      const notebook = await workspace.openNotebookDocument(Uri.joinPath(root, path));
      await window.showNotebookDocument(notebook);
      await shows(path);
      assert.ok(fileKeys(api).includes('SHOP-7'), fileKeys(api).join());
      const hover = await hoverAt(notebook.cellAt(0).document.uri, 0, 4);
      assert.match(hover, /Retry a payment/);
      assert.doesNotMatch(hover, /Line 1 →/);
      assert.equal(await hoverAt(notebook.cellAt(1).document.uri, 0, 2), '');
    });
  });
});
