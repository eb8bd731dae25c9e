import assert from 'node:assert/strict';
import { commands, Uri } from 'vscode';
import { until } from '../../support/until';
import { type GoalLensApi, fileKeys, goalLens, open, repositoryNamed } from '../support/goalLens';
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
});
