import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, window, workspace } from 'vscode';
import type { GitRepository } from '../../../src/vscode/sources/git/gitExtension';
import { git } from '../support/git';
import { until } from '../../support/until';
import { type GoalLensApi, goalLens, onBranch, gitSees, repositoryNamed } from '../support/goalLens';

describe('the commit box', () => {
  let api: GoalLensApi;
  let repository: GitRepository;
  let root: string;
  const tag = '\n\nInitiative: SHOP-7';
  const autoFill = async (value: string | undefined): Promise<void> => {
    await workspace.getConfiguration('goalLens').update('commit.autoFill', value, ConfigurationTarget.Global);
  };
  const box = (): string =>
    workspace.textDocuments.find(({ uri }) => uri.scheme === 'vscode-scm')?.getText() ?? '';
  const holds = (text: string): Promise<unknown> =>
    until(`the box holds ${JSON.stringify(text)}`, () => box() === text);
  /** As git's extension writes: the box is emptied first, so that every text is a new message. */
  const write = async (text: string): Promise<void> => {
    repository.inputBox.value = '';
    await holds('');
    repository.inputBox.value = text;
  };
  const checkOut = async (name: string): Promise<void> => {
    git(root, 'checkout', '--quiet', name);
    await gitSees(repository, name);
    await onBranch(api, name);
  };
  const run = (command: string): Thenable<unknown> =>
    commands.executeCommand(command, { rootUri: repository.rootUri });

  before(async () => {
    api = await goalLens();
    repository = await repositoryNamed(api, 'corner-shop');
    root = repository.rootUri.fsPath;
    // Before it is shown for the first time, the box is not what its document says.
    await commands.executeCommand('workbench.view.scm');
    await until('the box is shown', () => {
      repository.inputBox.value = 'Shown';
      return box().startsWith('Shown');
    });
  });
  beforeEach(async () => {
    await autoFill(undefined);
    await write('');
    await checkOut('feature/SHOP-142-retry-payments');
  });
  after(async () => {
    await autoFill(undefined);
    await write('');
  });

  it('holds nothing of ours without a subject, and the tag below one', async () => {
    await write('Explain the retry');
    await holds(`Explain the retry${tag}`);
    await write('');
    await holds('');
  });

  it('follows the branch and keeps the text of the person', async () => {
    await write('Half a message');
    await holds(`Half a message${tag}`);
    await checkOut('feature/SHOP-160-search-synonyms');
    await holds('Half a message\n\nInitiative: SHOP-9');
    await checkOut('fix/cart-rounding');
    await holds('Half a message');
    await checkOut('feature/SHOP-142-retry-payments');
    await holds(`Half a message${tag}`);
  });

  it('leaves a trailer of the person’s own alone, whatever the branch', async () => {
    const text = 'Half a message\n\nInitiative: SHOP-12';
    await write(text);
    await holds(text);
    await checkOut('feature/SHOP-160-search-synonyms');
    assert.equal(box(), text);
    assert.deepEqual(api.services.commitBoxes.of(repository).written, ['SHOP-12']);
    await checkOut('feature/SHOP-142-retry-payments');
    assert.equal(box(), text);
  });

  it('follows the setting; that of an earlier version counts as the default', async () => {
    await write('Explain');
    await holds(`Explain${tag}`);
    await autoFill('off');
    await holds('Explain');
    await autoFill('emptyOnly');
    await holds(`Explain${tag}`);
  });

  it('asks at the switch of the branch under a finished subject', async () => {
    const asked: string[] = [];
    const { showInformationMessage } = window;
    // The questions are not shown in a test's window, and would stay open.
    Object.assign(window, {
      showInformationMessage: (text: string) => {
        asked.push(text);
        return Promise.resolve(undefined);
      },
    });
    try {
      await autoFill('ask');
      await checkOut('fix/cart-rounding');
      await write('Half a message');
      assert.deepEqual(asked, []);
      await checkOut('feature/SHOP-142-retry-payments');
      await until('it has asked', () => asked.length > 0);
      assert.match(asked.join('\n'), /^Tag commits on feature\/SHOP-142-retry-payments with SHOP-7 .*\?$/);
      await checkOut('feature/SHOP-160-search-synonyms');
      await until('it has asked about the other branch', () => asked.length > 1);
      await checkOut('feature/SHOP-142-retry-payments');
      await checkOut('feature/SHOP-160-search-synonyms');
      assert.equal(asked.length, 2);
    } finally {
      Object.assign(window, { showInformationMessage });
    }
  });

  it('gets one tag from the command, whatever it holds, and keeps the rest', async () => {
    await autoFill('off');
    const cases = [
      ['Retry payments', `Retry payments${tag}`],
      [
        'Retry payments\n\nBody.\n\nReviewed-by: Mei Tan <mei@shop.example>',
        'Retry payments\n\nBody.\n\nReviewed-by: Mei Tan <mei@shop.example>\nInitiative: SHOP-7',
      ],
      ['Retry\n\nInitiative: SHOP-9', `Retry${tag}`],
    ];
    for (const [before = '', after = ''] of cases) {
      await write(before);
      await until('the text is there', () => box().startsWith(before));
      await run('goalLens.tagCommit');
      await holds(after);
    }
  });

  it('says what the next commit is tagged with, and leaves the tag out when it is told to', async () => {
    const shown = (): string => {
      const { by, keys, isLeftOut } = api.services.commitBoxes.of(repository);
      return [by, isLeftOut, ...keys].join(' ');
    };
    await write('Explain');
    await holds(`Explain${tag}`);
    assert.equal(shown(), 'box false SHOP-7');
    await run('goalLens.leaveOutTag');
    await holds('Explain');
    assert.equal(shown(), 'nobody true SHOP-7');
    await run('goalLens.tagCommit');
    await holds(`Explain${tag}`);
    assert.equal(shown(), 'box false SHOP-7');
  });

  it('leaves the tag out of one commit only', async () => {
    await run('goalLens.leaveOutTag');
    git(root, 'commit', '--quiet', '--allow-empty', '--message', 'Without a tag');
    await until('the next commit is tagged again', async () => {
      await repository.status();
      return api.services.commitBoxes.of(repository).by === 'box';
    });
  });

  it('never writes into a file, whatever has the focus', async () => {
    const document = await workspace.openTextDocument({ content: 'const price = 3;\n' });
    await window.showTextDocument(document);
    await write('Explain');
    await holds(`Explain${tag}`);
    assert.equal(document.getText(), 'const price = 3;\n');
    assert.equal(window.activeTextEditor?.document, document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
