import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import type { GoalLensApi } from '../../../src/extension';
import type { GitRepository } from '../../../src/vscode/sources/git/gitExtension';
import { git } from '../support/git';
import { until } from '../../support/until';
import { goalLens, onBranch, gitSees, repositoryNamed } from '../support/goalLens';

describe('the commit box', () => {
  let api: GoalLensApi;
  let repository: GitRepository;
  let root: string;
  const tag = 'Initiative: SHOP-7';
  const autoFill = async (value: string | undefined): Promise<void> => {
    await workspace.getConfiguration('goalLens').update('commit.autoFill', value, ConfigurationTarget.Global);
  };
  const box = (): string => repository.inputBox.value;
  /** What is written into the box comes back once from the window; after a round trip it has. */
  const settled = (): Thenable<unknown> => commands.executeCommand('setContext', 'goalLens.test', true);
  const type = async (text: string): Promise<void> => {
    repository.inputBox.value = text;
    await settled();
  };
  const checkOut = async (name: string): Promise<void> => {
    git(root, 'checkout', '--quiet', name);
    await gitSees(repository, name);
  };

  before(async () => {
    api = await goalLens();
    repository = await repositoryNamed(api, 'corner-shop');
    root = repository.rootUri.fsPath;
    await onBranch(api, 'feature/SHOP-142-retry-payments');
  });
  beforeEach(async () => {
    await autoFill(undefined);
    await type('');
    await until('an empty box carries the tag', async () => {
      await commands.executeCommand('goalLens.refresh');
      return box().trim() === tag;
    });
    await settled();
  });
  after(() => autoFill(undefined));

  it('carries the tag of the branch’s initiative, below room for a subject', () => {
    assert.match(box(), /^\n+Initiative: SHOP-7\n?$/);
  });

  it('changes with the branch, as long as nobody wrote into it', async () => {
    await checkOut('feature/SHOP-160-search-synonyms');
    await until('the tag is SHOP-9', () => box().trim() === 'Initiative: SHOP-9');
    await checkOut('fix/cart-rounding');
    await until('the tag is gone', () => box() === '');
    await checkOut('feature/SHOP-142-retry-payments');
    await until('the tag is SHOP-7', () => box().trim() === tag);
  });

  it('is left alone when a person wrote into it', async () => {
    const text = `Half a thought${box()}`;
    await type(text);
    await checkOut('feature/SHOP-160-search-synonyms');
    await onBranch(api, 'feature/SHOP-160-search-synonyms');
    assert.equal(box(), text);
    await checkOut('feature/SHOP-142-retry-payments');
    await onBranch(api, 'feature/SHOP-142-retry-payments');
    assert.equal(box(), text);
  });

  it('stays empty when the setting is off', async () => {
    await autoFill('off');
    await until('our text is gone', () => box() === '');
    await autoFill(undefined);
    await until('the tag is back', () => box().trim() === tag);
  });

  it('gets one tag from the command, whatever it holds, and keeps the rest', async () => {
    const cases = [
      ['Retry payments', `Retry payments\n\n${tag}`],
      [
        `Retry payments\n\nBody.\n\nReviewed-by: Mei Tan <mei@shop.example>`,
        `Retry payments\n\nBody.\n\nReviewed-by: Mei Tan <mei@shop.example>\n${tag}`,
      ],
      ['Retry\n\nInitiative: SHOP-9', `Retry\n\n${tag}`],
      [`Retry\n\n${tag}`, `Retry\n\n${tag}`],
    ];
    for (const [before = '', after] of cases) {
      await type(before);
      await commands.executeCommand('goalLens.tagCommit', { rootUri: repository.rootUri });
      assert.equal(box().trimEnd(), after);
    }
  });

  it('tags a real commit, and carries the tag again afterwards', async () => {
    await type(`Write down why we retry${box()}`);
    git(root, 'commit', '--quiet', '--allow-empty', '--message', box());
    // The git extension empties the box after a commit of its own; here the test stands in for it.
    await type('');
    const trailers = git(root, 'log', '-1', '--format=%(trailers:key=Initiative,valueonly)').trim();
    assert.equal(trailers, 'SHOP-7');
    await until('the box carries the tag again', () => box().trim() === tag);
  });
});
