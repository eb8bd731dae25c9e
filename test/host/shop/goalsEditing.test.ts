import assert from 'node:assert/strict';
import {
  commands,
  languages,
  MarkdownString,
  Position,
  Range,
  type Uri,
  window,
  workspace,
  type CodeAction,
  type CompletionList,
  type Hover,
  type Location,
  type TextEditor,
} from 'vscode';
import { until } from '../../support/until';
import { goalLens, open, problems, read, write } from '../support/goalLens';

const goals = '.goals/goals.yaml';
const paths = '.goals/paths';

describe('editing the files in .goals', () => {
  let originals: readonly [string, string];

  before(async () => {
    await goalLens();
    originals = [await read(goals), await read(paths)];
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await write(goals, originals[0]);
    await write(paths, originals[1]);
  });

  /** Opens a file and puts text at its end, unsaved. */
  async function typed(path: string, text: string): Promise<{ uri: Uri; editor: TextEditor; at: Position }> {
    const uri = await open(path);
    const editor = window.activeTextEditor!;
    const { lineCount } = editor.document;
    await editor.edit((edit) => edit.insert(new Position(lineCount, 0), text));
    const { document } = editor;
    return { uri, editor, at: document.lineAt(document.lineCount - 1).range.end };
  }

  async function completions(uri: Uri, at: Position): Promise<string[]> {
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      at,
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  it('completes fields, words and keys of goals', async () => {
    const { uri, editor, at } = await typed(goals, '\n  - key: SHOP-300\n    title: New\n    ');
    const fields = await completions(uri, at);
    assert.ok(fields.includes('level') && fields.includes('impact'), fields.join());
    assert.ok(!fields.includes('title'), 'what is there already is not offered');
    await editor.edit((edit) => edit.insert(at, 'status: '));
    assert.ok((await completions(uri, editor.document.lineAt(at.line).range.end)).includes('active'));
    await editor.edit((edit) =>
      edit.insert(editor.document.lineAt(at.line).range.end, 'active\n    parent: '),
    );
    const keys = await completions(uri, editor.document.lineAt(editor.document.lineCount - 1).range.end);
    assert.ok(keys.includes('SHOP-7'), keys.join());
  });

  it('completes the keys of goals behind a path', async () => {
    const { uri, at } = await typed(paths, '/src/money.ts ');
    assert.ok((await completions(uri, at)).includes('SHOP-9'));
  });

  it('says what a field is for, and leads from a key to its goal', async () => {
    const uri = await open(goals);
    const lines = originals[0].split('\n');
    const at = (text: string): Position => {
      const line = lines.findIndex((each) => each.includes(text));
      return new Position(line, lines[line]!.indexOf(text) + 1);
    };
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      at('level: initiative'),
    );
    const said = hovers
      .flatMap(({ contents }) => contents)
      .map((each) => (each instanceof MarkdownString ? each.value : ''));
    assert.match(said.join('\n'), /`objective` · `initiative`/);
    const position = at('parent: SHOP-120').translate(0, 'parent: '.length);
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeDefinitionProvider',
      uri,
      position,
    );
    assert.equal(
      found[0]?.range.start.line,
      lines.findIndex((line) => line.includes('key: SHOP-120')),
    );
    const map = await open(paths);
    const rule = originals[1].split('\n').findIndex((line) => line.includes('PAY-3'));
    const column = originals[1].split('\n')[rule]!.indexOf('PAY-3');
    const ofRule = await commands.executeCommand<Location[]>(
      'vscode.executeDefinitionProvider',
      map,
      new Position(rule, column + 1),
    );
    assert.equal(
      ofRule[0]?.range.start.line,
      lines.findIndex((line) => line.includes('key: PAY-3')),
    );
  });

  it('mends a misspelt field and word, and offers to add a goal that is nowhere', async () => {
    const entry =
      '\n  - key: SHOP-300\n    title: New\n    level: itme\n' +
      '\n  - key: SHOP-301\n    title: Other\n    level: item\n    statuss: active\n    parent: SHOP-999\n';
    await write(goals, originals[0] + entry);
    await write(paths, `${originals[1]}\n/src/money.ts SHOP-998\n`);
    await until('the problems are known', () => problems(goals).length >= 3 && problems(paths).length > 0);
    const fixes = async (path: string): Promise<string[]> => {
      const uri = await open(path);
      const document = await workspace.openTextDocument(uri);
      await until('the document is the file', () =>
        document.getText().includes(path === goals ? 'SHOP-999' : 'SHOP-998'),
      );
      const all = await Promise.all(
        languages
          .getDiagnostics(uri)
          .map(({ range }) =>
            commands.executeCommand<CodeAction[]>(
              'vscode.executeCodeActionProvider',
              uri,
              new Range(range.start, range.end),
            ),
          ),
      );
      return all.flat().map(({ title }) => title);
    };
    const ofGoals = await fixes(goals);
    for (const title of ['Change to item', 'Change to status', 'Add SHOP-999 to the goals file…']) {
      assert.ok(ofGoals.includes(title), ofGoals.join('\n'));
    }
    assert.ok((await fixes(paths)).includes('Add SHOP-998 to the goals file…'));
  });
});
