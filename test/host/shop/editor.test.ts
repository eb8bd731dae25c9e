import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  env,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  Selection,
  Uri,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import type { GoalLensApi } from '../../../src/extension';
import type { GitRepository } from '../../../src/vscode/sources/git/gitExtension';
import { git } from '../support/git';
import { goalLens, open, read, repositoryNamed, write } from '../support/goalLens';
import { hoverAt, lensesOf, linksIn } from '../support/providers';
import { until } from '../../support/until';

const switches = [
  ...['hover.references', 'hover.lines', 'documentLinks.enabled', 'terminalLinks.enabled'],
  ...[
    'codeLens.enabled',
    'explorer.urgentFiles',
    'languageStatus.enabled',
    'statusBar.line',
    'drift.enabled',
  ],
];

describe('goals where the eye goes', () => {
  let api: GoalLensApi;
  let repository: GitRepository;
  let root: string;

  const setAll = async (value: boolean | undefined): Promise<void> => {
    for (const each of switches) {
      await workspace.getConfiguration('goalLens').update(each, value, ConfigurationTarget.Global);
    }
  };
  const documentOf = async (language: string, content: string): Promise<TextDocument> => {
    const document = await workspace.openTextDocument({ language, content });
    await window.showTextDocument(document);
    return document;
  };
  /** A line of a file, from 0, that the newest commit of the branch wrote. */
  const lineWith = async (uri: Uri, text: string): Promise<number> => {
    const document = await workspace.openTextDocument(uri);
    const at = document.getText().indexOf(text);
    assert.ok(at >= 0, `there is no ${text}`);
    return document.positionAt(at).line;
  };

  before(async () => {
    api = await goalLens();
    repository = await repositoryNamed(api, 'corner-shop');
    root = repository.rootUri.fsPath;
    await until('the context is ready', () => api.services.context.current.isReady);
  });
  afterEach(async () => {
    await setAll(undefined);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

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
      const counted = countProcesses(api);
      await hoverAt(uri, line, 3);
      assert.equal(counted.end(), 0);
    });
  });

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

  it('links lead from references to the goal', async () => {
    const { uri } = await documentOf('markdown', 'See SHOP-142 and SHOP-999.\n\nAlso SHOP-7, SHOP-142.\n');
    assert.deepEqual(await linksIn(uri), ['SHOP-142', 'SHOP-7', 'SHOP-142']);
  });

  it('a line above a mapped file names its goals, where it is wanted', async () => {
    const uri = await open('src/payments/gateway.ts');
    assert.deepEqual(await lensesOf(uri), []);
    await setAll(true);
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

  describe('what has changed about the branch’s goal', () => {
    const lowered = async (use: () => Promise<void>): Promise<void> => {
      const before = await read('.goals/goals.yaml');
      const changed = before.replace('priority: { rank: 1, label: P1 }', 'priority: { rank: 3, label: P3 }');
      assert.notEqual(changed, before);
      await write('.goals/goals.yaml', changed);
      try {
        await use();
      } finally {
        await write('.goals/goals.yaml', before);
        await until('nothing has changed any more', () => api.drift.current.length === 0);
      }
    };

    it('is told until the person says that they know, and then from there on', async () => {
      await until('the goal is seen', () => api.drift.current.length === 0);
      await lowered(async () => {
        const [drift] = await until('it is told', () =>
          api.drift.current.length > 0 ? api.drift.current : undefined,
        );
        assert.equal(drift?.view.goal.key, 'SHOP-142');
        assert.deepEqual(
          drift.changes.map(({ kind }) => kind),
          ['priority'],
        );
      });
      await lowered(async () => {
        await until('it is told again', () => api.drift.current.length > 0);
        await commands.executeCommand('goalLens.acknowledgeDrift');
        assert.deepEqual(api.drift.current, []);
        // What comes next is told from what the person knows.
        const now = await read('.goals/goals.yaml');
        await write('.goals/goals.yaml', now.replace('{ rank: 3, label: P3 }', '{ rank: 2, label: P2 }'));
        const [next] = await until('the next change is told', () =>
          api.drift.current.length > 0 ? api.drift.current : undefined,
        );
        const [change] = next?.changes ?? [];
        assert.deepEqual(change?.kind === 'priority' && [change.from, change.to], [3, 2]);
        await commands.executeCommand('goalLens.acknowledgeDrift');
        await write('.goals/goals.yaml', now);
        await until('raised', () => api.drift.current.length > 0);
        await write('.goals/goals.yaml', now.replace('{ rank: 3, label: P3 }', '{ rank: 1, label: P1 }'));
        await until('P1 again', () => api.services.store.catalog.find('SHOP-7')?.priority?.rank === 1);
        await commands.executeCommand('goalLens.acknowledgeDrift');
      });
    });
  });

  it('typing five hundred characters with everything on starts nothing and asks nothing', async () => {
    await setAll(true);
    const uri = await open('src/payments/errors.ts');
    const editor = window.activeTextEditor!;
    editor.selection = new Selection(0, 0, 0, 0);
    await until('the line is read', () => api.editor.trail?.line === 1);
    const counted = countProcesses(api);
    let contexts = 0;
    let trails = 0;
    const listeners = [
      api.services.context.onDidChange(() => (contexts += 1)),
      api.editor.onDidChangeTrail(() => (trails += 1)),
    ];
    const text = '// SHOP-142 and #142: a comment that somebody writes.\n';
    for (let at = 0; at < 500; at += 1) {
      await commands.executeCommand('type', { text: text[at % text.length] });
    }
    await until('the text is there', () => editor.document.version > 500);
    for (const each of listeners) each.dispose();
    assert.equal(counted.end(), 0, 'processes');
    assert.equal(contexts, 0, 'the context was computed again');
    // Once, as the line is no longer what was read.
    assert.equal(trails, 1, 'what the tooltip says');
    assert.equal(api.editor.trail, undefined);
    await window.showTextDocument(await workspace.openTextDocument(uri));
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('nothing is there once every setting is off', async () => {
    await setAll(false);
    const uri = await open('src/payments/gateway.ts');
    const { uri: text } = await documentOf('markdown', 'SHOP-142');
    await until('the caret is not followed', () => api.editor.trail === undefined);
    const counted = countProcesses(api);
    assert.equal(await hoverAt(text, 0, 3), '');
    assert.equal(await hoverAt(uri, await lineWith(uri, 'export'), 3), '');
    assert.deepEqual(await linksIn(text), []);
    assert.deepEqual(await lensesOf(uri), []);
    assert.deepEqual(api.drift.current, []);
    assert.equal(counted.end(), 0);
  });
});

/** Counts the processes that we start from here on: all of them are git, and go through one object. */
function countProcesses({ services: { git: runner } }: GoalLensApi): { end(): number } {
  let count = 0;
  const stream = runner.stream.bind(runner);
  runner.stream = (...call) => {
    count += 1;
    return stream(...call);
  };
  return {
    end: () => {
      Reflect.deleteProperty(runner, 'stream');
      return count;
    },
  };
}
