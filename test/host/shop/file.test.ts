import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { until } from '../../support/until';
import { type GoalLensApi, fileKeys, goalLens, open, read, write } from '../support/goalLens';

describe('the goals of the file', () => {
  let api: GoalLensApi;
  const show = async (path: string): Promise<string[]> => {
    await open(path);
    await until(`${path} is read`, () => {
      const { file } = api.services.context.current;
      return file?.path === path && !file.isReading;
    });
    return fileKeys(api);
  };

  before(async () => {
    api = await goalLens();
    await until('the context is ready', () => api.services.context.current.isReady);
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('come from the path map first, then from the commits that touched it', async () => {
    assert.deepEqual(await show('src/payments/gateway.ts'), ['PAY-3', 'SHOP-7', 'SHOP-4']);
    const { file } = api.services.context.current;
    assert.equal(file?.served.goals[0]?.link.provenance.kind, 'pathMap');
    assert.equal(file.served.goals.at(-1)?.link.provenance.kind, 'commit');
  });

  it('follow the editor', async () => {
    assert.deepEqual(await show('src/catalog/images.ts'), ['SHOP-12']);
    assert.deepEqual(await show('src/money.ts'), []);
  });

  it('come from the text of a commit where nothing else names one', async () => {
    await show('src/accounts/session.ts');
    const [served] = api.services.context.current.file?.served.goals ?? [];
    assert.deepEqual([served?.goal.key, served?.linked.key], ['SHOP-7', 'SHOP-121']);
  });

  it('follow a change of the path map', async () => {
    const before = await read('.goals/paths');
    await show('src/money.ts');
    await write('.goals/paths', `${before}\n/src/money.ts SHOP-15\n`);
    await until('the rule counts', () => fileKeys(api).join() === 'SHOP-15');
    await write('.goals/paths', before);
    await until('the rule is gone', () => fileKeys(api).length === 0);
  });

  it('are nobody’s while git asks for the message of a commit', async () => {
    await show('src/catalog/images.ts');
    await write('.git/COMMIT_EDITMSG', 'Sharpen the images\n');
    await open('.git/COMMIT_EDITMSG');
    await until('no file is shown', () => api.services.context.current.file === undefined);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('stay while the focus is in a terminal or an output', async () => {
    await show('src/catalog/images.ts');
    await commands.executeCommand('workbench.action.output.toggleOutput');
    assert.deepEqual(fileKeys(api), ['SHOP-12']);
  });
});
