import assert from 'node:assert/strict';
import { commands, NotebookCellData, NotebookCellKind, NotebookData, Uri, window, workspace } from 'vscode';
import type { GitRepository } from '../../../src/vscode/sources/git/gitExtension';
import { git } from '../support/git';
import { type GoalLensApi, goalLens, open, read, repositoryNamed, write } from '../support/goalLens';
import { hoverAt } from '../support/providers';
import { documentOf, lineWith, resetSurfaces, watchProcesses } from '../support/surfaces';
import { until } from '../../support/until';

describe('goals under the pointer', () => {
  let api: GoalLensApi;
  let repository: GitRepository;
  let root: string;

  before(async () => {
    api = await goalLens();
    repository = await repositoryNamed(api, 'corner-shop');
    root = repository.rootUri.fsPath;
    await until('the context is ready', () => api.services.context.current.isReady);
  });
  afterEach(resetSurfaces);

  describe('a hover on a reference', () => {
    for (const [language, content, at] of [
      ['typescript', "throw new Error('see SHOP-142');", 21],
      ['python', '# SHOP-142', 4],
      ['markdown', 'Why: SHOP-142.', 7],
      ['plaintext', 'https://tracker.example/goals/SHOP-142', 10],
    ] as const) {
      it(`shows the card in ${language}, in a document that is no file`, async () => {
        const { uri } = await documentOf(language, content);
        const text = await hoverAt(uri, 0, at);
        assert.match(text, /Retry a payment that fails for a passing reason/);
        assert.match(text, /Checkout that never loses a cart/);
        assert.match(text, /command:goalLens\.readGoal\?%5B%22SHOP-142%22%5D/);
      });
    }

    it('shows it in a commit message', async () => {
      await write('.git/COMMIT_EDITMSG', 'Retry\n\nRefs SHOP-142\n');
      const message = Uri.joinPath(repository.rootUri, '.git/COMMIT_EDITMSG');
      const document = await workspace.openTextDocument(message);
      await window.showTextDocument(document);
      await until(
        'the text is there',
        () => document.lineCount > 2 && document.lineAt(2).text === 'Refs SHOP-142',
      );
      assert.match(await hoverAt(message, 2, 7), /Retry a payment/);
    });

    it('shows it in a cell of a notebook', async () => {
      const cell = new NotebookCellData(NotebookCellKind.Code, '# SHOP-142', 'python');
      const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData([cell]));
      assert.match(await hoverAt(notebook.cellAt(0).document.uri, 0, 4), /Retry a payment/);
    });

    it('shows nothing for what no tracker has, nor for a colour', async () => {
      const { uri } = await documentOf('css', '/* SHOP-999 */ a { color: #333 }');
      assert.equal(await hoverAt(uri, 0, 5), '');
      assert.equal(await hoverAt(uri, 0, 28), '');
    });

    it('opens the goal, and nothing that a title holds', async () => {
      const before = await read('.goals/goals.yaml');
      const title = '[x](command:workbench.action.quit) $(sync~spin) <img src=x>';
      await write(
        '.goals/goals.yaml',
        before.replace('title: Retry a payment that fails for a passing reason', `title: '${title}'`),
      );
      try {
        await until('the title is read', () =>
          api.services.store.catalog.find('SHOP-142')?.title.includes('command:'),
        );
        const { uri } = await documentOf('markdown', 'SHOP-142');
        const text = await hoverAt(uri, 0, 3);
        assert.doesNotMatch(text, /\]\(command:workbench/);
        assert.doesNotMatch(text, /\$\(sync/);
        assert.doesNotMatch(text, /(?<!\\)<img/);
      } finally {
        await write('.goals/goals.yaml', before);
        await until('the title is back', () =>
          api.services.store.catalog.find('SHOP-142')?.title.startsWith('Retry'),
        );
      }
    });
  });

  describe('a hover on a line', () => {
    const path = 'src/payments/errors.ts';

    it('leads over the commit and the item to the goal, and names nobody', async () => {
      const uri = await open(path);
      const line = await lineWith(uri, 'isPassing');
      const text = await hoverAt(uri, line, 3);
      const [sha = '', author = ''] = git(
        root,
        'log',
        '-1',
        '--format=%h %an',
        '--abbrev=7',
        '--grep=tell passing failures',
      )
        .trim()
        .split(/ (.*)/);
      assert.match(text, new RegExp(`Line ${line + 1} → \\[${sha}\\]`));
      assert.match(text, /SHOP\\-142 → SHOP\\-120 → SHOP\\-7 \\\(SHOP\\-142 in the subject/);
      assert.match(text, /tell passing failures from final ones/);
      assert.ok(author);
      assert.doesNotMatch(text.slice(text.indexOf('---')), new RegExp(author));
    });

    it('follows lines that an edit has moved, and says nothing of those it has written', async () => {
      const uri = await open(path);
      const line = await lineWith(uri, 'isPassing');
      const editor = window.activeTextEditor!;
      await editor.edit((edit) => edit.insert(editor.document.positionAt(0), '// new\n'));
      assert.match(await hoverAt(uri, line + 1, 3), new RegExp(`Line ${line + 2} →`));
      assert.equal(await hoverAt(uri, 0, 1), '');
      await commands.executeCommand('workbench.action.files.revert');
    });

    it('reads the left side of a comparison as of its commit, and the index by its text', async () => {
      const uri = Uri.joinPath(repository.rootUri, path);
      for (const ref of ['HEAD', '~']) {
        const side = api.services.repositories.gitUri(uri, ref);
        assert.ok(side);
        await workspace.openTextDocument(side);
        const line = await lineWith(side, 'isPassing');
        assert.match(await hoverAt(side, line, 3), new RegExp(`Line ${line + 1} →`), ref);
      }
    });

    it('is not there for a file that git does not know, nor in an untitled one', async () => {
      await write('scratch.ts', 'export const scratch = 1;\n');
      const uri = await open('scratch.ts');
      assert.equal(await hoverAt(uri, 0, 9), '');
      const untitled = await documentOf('typescript', 'export const a = 1;');
      assert.equal(await hoverAt(untitled.uri, 0, 9), '');
      await workspace.fs.delete(uri);
    });

    it('asks git once for a line', async () => {
      const uri = await open(path);
      const line = await lineWith(uri, 'isPassing');
      await hoverAt(uri, line, 3);
      // What the panel asks about the file that was opened is another matter.
      await until('its history is read', () => api.services.context.current.file?.isReading === false);
      const started = watchProcesses(api);
      await hoverAt(uri, line, 3);
      assert.deepEqual(started.end(), []);
    });
  });
});
