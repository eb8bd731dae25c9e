import assert from 'node:assert/strict';
import { CancellationTokenSource, commands, ConfigurationTarget, extensions, workspace } from 'vscode';
import { BranchCheck } from '../../../src/vscode/context/branchCheck';
import type { GitRepository, PostCommitCommandsProvider } from '../../../src/vscode/sources/git/gitExtension';
import {
  githubExtensionId,
  type DescriptionProvider,
} from '../../../src/vscode/surfaces/pullRequest/githubExtension';
import { until } from '../../support/until';
import { git } from '../support/git';
import { type GoalLensApi, goalLens, gitSees, onBranch, repositoryNamed, write } from '../support/goalLens';

/** What the stand-in for GitHub's extension tells beside its API. */
interface StandIn {
  readonly providers: readonly { readonly title: string; readonly provider: DescriptionProvider }[];
}
/** What VS Code's git keeps of providers. */
interface GitModel {
  readonly model: { getPostCommitCommandsProviders(): readonly PostCommitCommandsProvider[] };
}

describe('before a push', () => {
  let api: GoalLensApi;
  let repository: GitRepository;
  let root: string;
  const checkOut = async (name: string): Promise<void> => {
    git(root, 'checkout', '--quiet', name);
    await gitSees(repository, name);
    await onBranch(api, name);
  };

  before(async () => {
    api = await goalLens();
    repository = await repositoryNamed(api, 'corner-shop');
    root = repository.rootUri.fsPath;
    await until('the context is ready', () => api.services.context.current.isReady);
    await checkOut('feature/SHOP-142-retry-payments');
  });
  after(async () => {
    await checkOut('feature/SHOP-142-retry-payments');
    git(root, 'branch', '--quiet', '-D', 'before-push');
  });

  it('offers a check in the list of the button that commits', () => {
    const { model } = extensions.getExtension<GitModel>('vscode.git')!.exports;
    const offered = model
      .getPostCommitCommandsProviders()
      .flatMap((provider) => provider.getCommands(repository));
    const own = offered.find(({ command }) => command === 'goalLens.checkBranch');
    assert.equal(own?.title, '$(target) Commit & Check Goals');
  });

  it('checks after a commit of VS Code’s git, which need not wait for an answer', async () => {
    git(root, 'checkout', '--quiet', '-b', 'before-push', 'main');
    await gitSees(repository, 'before-push');
    await onBranch(api, 'before-push');
    await write('search/after.ts', '1');
    git(root, 'add', 'search/after.ts');
    await repository.status();
    repository.inputBox.value = 'Checked afterwards';
    await commands.executeCommand('git.commit', repository.rootUri, 'goalLens.checkBranch');
    assert.match(git(root, 'log', '-1', '--format=%s'), /^Checked afterwards$/m);
  });

  it('says in the panel what there is to know, and no more once it is not so', async () => {
    const check = new BranchCheck(api.services);
    try {
      await until('the branch serves no goal', () => check.concerns[0]?.kind === 'noGoal');
      git(root, 'commit', '--quiet', '--amend', '-m', 'Checked', '-m', 'Initiative: SHOP-7');
      await repository.status();
      await until('it does', () => check.concerns.every(({ kind }) => kind !== 'noGoal'));
    } finally {
      check.dispose();
    }
  });

  it('offers the summary to GitHub’s extension, below the template, until it is switched off', async () => {
    const github = extensions.getExtension<StandIn>(githubExtensionId);
    assert.ok(github, 'the stand-in is not installed');
    const { providers } = await github.activate();
    const [own] = await until('the offer is there', () => (providers.length === 1 ? providers : undefined));
    assert.equal(own?.title, 'Goal Lens');
    const { token } = new CancellationTokenSource();
    const context = { commitMessages: ['Checked\n\nInitiative: SHOP-7'], template: '## Why' };
    const found = await own.provider.provideTitleAndDescription(context, token);
    assert.equal(found?.title, 'Checked');
    assert.match(found.description ?? '', /^## Why\n\n\*\*Goals served\*\*\n[^]*\nInitiative: SHOP-7\n*$/);

    const settings = workspace.getConfiguration('goalLens');
    await settings.update('pullRequest.offer', false, ConfigurationTarget.Global);
    try {
      await until('the offer is gone', () => providers.length === 0);
    } finally {
      await settings.update('pullRequest.offer', undefined, ConfigurationTarget.Global);
    }
    await until('the offer is back', () => providers.length === 1);
  });
});
