import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commands,
  languages,
  Position,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type TextDocument,
} from 'vscode';
import { repositoryOfMessage } from '../../../src/vscode/surfaces/commitMessage/commitMessageSources';
import type { GitRepository } from '../../../src/vscode/sources/git/gitExtension';
import {
  type GoalLensApi,
  gitSees,
  goalLens,
  onBranch,
  problems,
  repositoryNamed,
  write,
} from '../support/goalLens';
import { git } from '../support/git';
import { until } from '../../support/until';

const path = '.git/COMMIT_EDITMSG';

describe('a commit message in the editor', () => {
  let api: GoalLensApi;
  let repository: GitRepository;
  let document: TextDocument;
  /** Opens the message; `|` is where the person is. */
  const openMessage = async (text: string): Promise<Position> => {
    await write(path, text.replace('|', ''));
    document = await workspace.openTextDocument(Uri.joinPath(repository.rootUri, path));
    await window.showTextDocument(document);
    await until('the text is there', () => document.getText() === text.replace('|', ''));
    assert.equal(document.languageId, 'git-commit');
    return document.positionAt(text.indexOf('|'));
  };
  const completeAt = async (uri: Uri, position: Position): Promise<CompletionItem[]> => {
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position,
    );
    return list.items.filter(({ sortText }) => /^\d{4}$/.test(sortText ?? ''));
  };
  const complete = async (text: string): Promise<CompletionItem[]> => {
    const position = await openMessage(text);
    return completeAt(document.uri, position);
  };
  const titleOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label);
  const fixes = async (text: string): Promise<CodeAction[]> => {
    const position = await openMessage(text);
    return commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(position, position),
    );
  };
  const checkOut = async (name: string): Promise<void> => {
    git(repository.rootUri.fsPath, 'checkout', '--quiet', name);
    await gitSees(repository, name);
    await onBranch(api, name);
  };

  before(async () => {
    api = await goalLens();
    repository = await repositoryNamed(api, 'corner-shop');
    await checkOut('feature/SHOP-142-retry-payments');
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('offers the branch’s goals first after the trailer, and writes initiatives', async () => {
    const items = await complete('Retry\n\ninitiative: |\n\n# comment\n');
    assert.match(titleOf(items[0]!), /^SHOP-7 /);
    assert.match(titleOf(items[1]!), /^SHOP-142 /);
    assert.deepEqual(
      items.slice(0, 2).map(({ insertText }) => insertText),
      ['SHOP-7', 'SHOP-7'],
    );
    assert.match(items[0]?.detail ?? '', /^P1 · Initiative · this branch · /);
    assert.ok(items.length > 5);
  });

  it('offers goals after # and leaves no # behind', async () => {
    const items = await complete('Retry\n\nAs of #sho| today.\n');
    const item = items.find((each) => titleOf(each).startsWith('SHOP-142 '));
    assert.equal(item?.insertText, 'SHOP-142');
    assert.match(item.filterText ?? '', /^#SHOP-142 \S/);
    assert.deepEqual(item.range, new Range(2, 6, 2, 10));
  });

  it('offers nothing in prose, in comments and below the scissors', async () => {
    for (const text of [
      'Retry |\n',
      'Retry\n\n# see #|\n',
      'Retry\n# ------------------------ >8 ------------------------\nInitiative: |\n',
    ]) {
      assert.deepEqual(await complete(text), [], text);
    }
  });

  it('completes what is typed of a reference in its place, wherever the caret is in it', async () => {
    for (const [text, start, end] of [
      ['Closes #14|\n', 7, 10],
      ['Closes #|14\n', 7, 10],
      ['Closes acme/shop#14| and more\n', 7, 19],
      ['Closes AB#14|2.\n', 7, 13],
    ] as const) {
      const items = await complete(text);
      const item = items.find((each) => titleOf(each).startsWith('SHOP-142 '));
      assert.deepEqual(item?.range, new Range(0, start, 0, end), text);
      assert.equal(item.insertText, 'SHOP-142');
    }
  });

  it('takes what git takes for comments, and leaves a title that begins with # alone', async () => {
    const root = repository.rootUri.fsPath;
    await commands.executeCommand('workbench.action.closeAllEditors');
    git(root, 'config', 'core.commentChar', ';');
    try {
      await openMessage('#142 Fix\n\nInitiative: SHOP-999\n\n; Initiative: SHOP-998\n');
      await until('it is reported', () => problems(path).length > 0);
      assert.deepEqual(problems(path), ['3: No tracker has the goal SHOP-999']);
      assert.deepEqual(await complete('Retry\n; see #|\n'), []);
      assert.notDeepEqual(await complete('# As of #|\n'), []);
      assert.deepEqual(
        await complete('Retry\n; ------------------------ >8 ------------------------\nInitiative: |\n'),
        [],
      );
    } finally {
      git(root, 'config', '--unset', 'core.commentChar');
      await commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('offers goals in the commit box', async () => {
    const box = await until('the commit box is there', () =>
      workspace.textDocuments.find(({ languageId }) => languageId === 'scminput'),
    );
    repository.inputBox.value = '#';
    await until('# is typed', () => box.getText() === '#');
    const items = await completeAt(box.uri, new Position(0, 1));
    assert.equal(items[0]?.insertText, 'SHOP-7');
    assert.deepEqual(items[0].range, new Range(0, 0, 0, 1));
    repository.inputBox.value = '';
  });

  it('warns of a key that no tracker has, until it is changed', async () => {
    await openMessage('Retry\n\nInitiative: SHOP-999\n\n# Initiative: SHOP-998\n');
    await until('it is reported', () => problems(path).length > 0);
    assert.deepEqual(problems(path), ['3: No tracker has the goal SHOP-999']);
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(2, 12, 2, 20), 'SHOP-7');
    await workspace.applyEdit(edit);
    await until('the warning is gone', () => problems(path).length === 0);
    await document.save();
  });

  it('fixes a wrong key by the branch’s initiative or by removing it', async () => {
    const actions = await fixes('Retry\n\nRefs: X-1\nInitiative: SHOP-9|99\n\n# comment\n');
    const [replace, remove] = actions.filter(({ title }) => title.includes('SHOP-'));
    assert.match(replace?.title ?? '', /^Replace with SHOP-7 /);
    assert.equal(remove?.title, 'Remove the tag SHOP-999');
    assert.ok(remove.edit && replace?.edit);
    await workspace.applyEdit(replace.edit);
    assert.equal(document.getText(), 'Retry\n\nRefs: X-1\nInitiative: SHOP-7\n\n# comment\n');
    await commands.executeCommand('undo');
    await workspace.applyEdit(remove.edit);
    assert.equal(document.getText(), 'Retry\n\nRefs: X-1\n\n# comment\n');
    await document.save();
  });

  it('belongs to the worktree that git wrote it for, and else to the repository at hand', async () => {
    const root = repository.rootUri.fsPath;
    const worktree = await mkdtemp(join(tmpdir(), 'goal-lens-worktree-'));
    try {
      git(root, 'worktree', 'add', '--quiet', '--detach', worktree);
      const other = { ...repository, rootUri: Uri.file(worktree) };
      const sources = { repositories: { all: [repository, other] }, context: api.services.context };
      const gitFolder = git(worktree, 'rev-parse', '--absolute-git-dir').trim();
      const of = async (file: string): Promise<string | undefined> =>
        (await repositoryOfMessage(Uri.file(file), sources))?.rootUri.fsPath;
      assert.equal(await of(join(gitFolder, 'COMMIT_EDITMSG')), worktree);
      assert.equal(await of(join(root, path)), root);
      assert.equal(await of(join(tmpdir(), 'COMMIT_EDITMSG')), root);
    } finally {
      git(root, 'worktree', 'remove', '--force', worktree);
    }
  });

  it('takes its warnings along when it is closed', async () => {
    await openMessage('Retry\n\nInitiative: SHOP-999\n');
    await until('it is reported', () => problems(path).length > 0);
    await commands.executeCommand('workbench.action.closeAllEditors');
    // VS Code keeps a closed document for a while unless its language changes.
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await until('the warning is gone', () => problems(path).length === 0);
  });
});
