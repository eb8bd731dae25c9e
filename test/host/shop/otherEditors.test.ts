import assert from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import type { GoalLensApi } from '../../../src/extension';
import { until } from '../../support/until';
import { fileKeys, goalLens, open, repositoryNamed, write } from '../support/goalLens';
import { hoverAt } from '../support/providers';
import { lineWith, resetSurfaces } from '../support/surfaces';

/** A notebook of one cell, as it is on disk. */
const notebook = JSON.stringify({
  cells: [{ cell_type: 'code', metadata: {}, source: ['# SHOP-142\n', 'rate = 1\n'], outputs: [] }],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});

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

  it('a notebook is about its file; its cells have references, and no line that git knows', async () => {
    const path = 'src/payments/rates.ipynb';
    await write(path, notebook);
    const uri = Uri.joinPath(root, path);
    try {
      const { notebook: shown } = await window.showNotebookDocument(
        await workspace.openNotebookDocument(uri),
      );
      await shows(path);
      assert.deepEqual(fileKeys(api), ['SHOP-7']);
      const cell = shown.cellAt(0).document.uri;
      assert.match(await hoverAt(cell, 0, 4), /Retry a payment/);
      assert.equal(await hoverAt(cell, 1, 2), '');
    } finally {
      await workspace.fs.delete(uri);
    }
  });
});
