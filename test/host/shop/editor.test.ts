import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { commands, env, Selection, window } from 'vscode';
import { git } from '../support/git';
import { type GoalLensApi, goalLens, open, repositoryNamed, write } from '../support/goalLens';
import { hoverAt, lensesOf, linksIn } from '../support/providers';
import { documentOf, lineWith, resetSurfaces, switchSurfaces, watchProcesses } from '../support/surfaces';
import { until } from '../../support/until';

describe('goals where the eye goes', () => {
  let api: GoalLensApi;
  let root: string;

  before(async () => {
    api = await goalLens();
    root = (await repositoryNamed(api, 'corner-shop')).rootUri.fsPath;
    await until('the context is ready', () => api.services.context.current.isReady);
  });
  afterEach(resetSurfaces);

  it('the caret’s line is in the status item’s tooltip once the caret rests', async () => {
    const uri = await open('src/payments/errors.ts');
    const line = await lineWith(uri, 'isPassing');
    const editor = window.activeTextEditor!;
    editor.selection = new Selection(line, 0, line, 0);
    const trail = await until('the line is read', () =>
      api.editor.trail?.line === line + 1 ? api.editor.trail : undefined,
    );
    assert.equal(trail.links[0]?.goal.key, 'SHOP-142');
  });

  it('the caret’s line is read again where another program has written the file', async () => {
    const path = 'src/payments/errors.ts';
    const uri = await open(path);
    const line = await lineWith(uri, 'isPassing');
    const { document } = window.activeTextEditor!;
    window.activeTextEditor!.selection = new Selection(line, 0, line, 0);
    await until('the line is read', () => api.editor.trail?.line === line + 1);
    const text = document.getText();
    try {
      await write(path, `${text}// one more\n`);
      await until('the editor has it', () => document.getText().endsWith('// one more\n'));
      const next = new Selection(line + 1, 0, line + 1, 0);
      window.activeTextEditor!.selection = next;
      await until('the next line is read', () => api.editor.trail?.line === line + 2);
    } finally {
      await write(path, text);
      await until('the editor has it', () => document.getText() === text);
    }
  });

  it('links lead from references to the goal', async () => {
    const { uri } = await documentOf('markdown', 'See SHOP-142 and SHOP-999.\n\nAlso SHOP-7, SHOP-142.\n');
    assert.deepEqual(await linksIn(uri), ['SHOP-142', 'SHOP-7', 'SHOP-142']);
  });

  it('a line above a mapped file names its goals, where it is wanted', async () => {
    const uri = await open('src/payments/gateway.ts');
    assert.deepEqual(await lensesOf(uri), []);
    await switchSurfaces(true);
    await until('the line is there', async () => (await lensesOf(uri)).length > 0);
    assert.deepEqual(await lensesOf(uri), [
      'P1 Checkout that never loses a cart (SHOP-7)',
      'P2 Move card payments to the new gateway contract (PAY-3)',
    ]);
    assert.deepEqual(await lensesOf(await open('src/money.ts')), []);
  });

  it('a question to the owner is on the clipboard, with the line', async () => {
    const uri = await open('src/payments/errors.ts');
    const line = await lineWith(uri, 'isPassing');
    git(root, 'remote', 'add', 'origin', 'git@github.com:acme/shop.git');
    git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    const opened: string[] = [];
    const openExternal = env.openExternal.bind(env);
    Object.defineProperty(env, 'openExternal', {
      configurable: true,
      value: (address: Uri) => {
        opened.push(address.toString(true));
        return Promise.resolve(true);
      },
    });
    try {
      await commands.executeCommand('goalLens.askOwner', 'SHOP-142', uri.toString(), line);
    } finally {
      Object.defineProperty(env, 'openExternal', { configurable: true, value: openExternal });
      git(root, 'remote', 'remove', 'origin');
    }
    const head = git(root, 'rev-parse', 'HEAD').trim();
    const text = await env.clipboard.readText();
    assert.match(text, /^Hello Ana Ruiz,/);
    assert.ok(
      text.includes(`https://github.com/acme/shop/blob/${head}/src/payments/errors.ts#L${line + 1}`),
      text,
    );
    assert.deepEqual(opened, ['https://tracker.example/goals/SHOP-142']);
  });

  it('nothing is there once every setting is off', async () => {
    await switchSurfaces(false);
    const uri = await open('src/payments/gateway.ts');
    const { uri: text } = await documentOf('markdown', 'SHOP-142');
    await until('the caret is not followed', () => api.editor.trail === undefined);
    const started = watchProcesses(api);
    assert.equal(await hoverAt(text, 0, 3), '');
    assert.equal(await hoverAt(uri, await lineWith(uri, 'export'), 3), '');
    assert.deepEqual(await linksIn(text), []);
    assert.deepEqual(await lensesOf(uri), []);
    assert.deepEqual(api.drift.current, []);
    assert.deepEqual(started.end(), []);
  });
});
