import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import type { GitRepository } from '../../../src/vscode/sources/git/gitExtension';
import { git } from '../support/git';
import { until } from '../../support/until';
import {
  type GoalLensApi,
  branchKeys,
  goalLens,
  onBranch,
  gitSees,
  repositoryNamed,
} from '../support/goalLens';

describe('the goal of the branch', () => {
  let api: GoalLensApi;
  let repository: GitRepository;
  let root: string;
  const branch = 'feature/SHOP-142-retry-payments';
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
  });
  beforeEach(() => checkOut(branch));
  after(() => checkOut(branch));

  it('is the initiative above the item that the branch names', () => {
    assert.deepEqual(branchKeys(api), ['SHOP-7']);
    assert.equal(api.services.context.current.branch?.served.goals[0]?.linked.key, 'SHOP-142');
  });

  it('follows a checkout in the terminal', async () => {
    git(root, 'checkout', '--quiet', 'feature/SHOP-160-search-synonyms');
    await until('the goal is SHOP-9', () => branchKeys(api).join() === 'SHOP-9');
  });

  it('is nothing for a branch without a key, and is said so for a key that no tracker has', async () => {
    await checkOut('fix/cart-rounding');
    assert.deepEqual(branchKeys(api), []);
    await checkOut('spike/SHOP-999-unknown');
    assert.deepEqual(
      api.services.context.current.branch?.served.unknown.map(({ key }) => key),
      ['SHOP-999'],
    );
  });

  it('can be linked by hand and taken off again', async () => {
    await checkOut('fix/cart-rounding');
    const { choices, repositories } = api.services;
    await choices.link(repositories.all[0]!, 'fix/cart-rounding', 'SHOP-12');
    await until('SHOP-12 is linked', () => branchKeys(api).join() === 'SHOP-12');
    await commands.executeCommand('goalLens.notThisGoal');
    await until('nothing is linked', () => branchKeys(api).length === 0);
    assert.deepEqual(api.services.context.current.branch?.choices, { linked: [], rejected: ['SHOP-12'] });
  });

  it('is compared with what waits also if it is an objective', async () => {
    await checkOut('fix/cart-rounding');
    await api.services.choices.link(repository, 'fix/cart-rounding', 'OBJ-2');
    await until('OBJ-2 is linked', () => branchKeys(api).join() === 'OBJ-2');
    const said: string[] = [];
    const { showInformationMessage } = window;
    // What is shown in a test's window would stay open.
    Object.assign(window, {
      showInformationMessage: (text: string) => {
        said.push(text);
        return Promise.resolve(undefined);
      },
    });
    try {
      await commands.executeCommand('goalLens.compareWork');
    } finally {
      Object.assign(window, { showInformationMessage });
      await commands.executeCommand('goalLens.notThisGoal');
      await until('nothing is linked', () => branchKeys(api).length === 0);
    }
    assert.match(said.join(), /^SHOP-142 .* \(P1 from SHOP-7\) waits, .*; you are on P3 OBJ-2 /);
  });

  it('is every item that is linked, two of one initiative too, and each can be taken off', async () => {
    const linked = (): string | undefined =>
      api.services.context.current.branch?.served.goals.map((each) => each.linked.key).join();
    await api.services.choices.link(repository, branch, 'SHOP-131');
    await until('both are linked', () => linked() === 'SHOP-131,SHOP-142');
    assert.deepEqual(branchKeys(api), ['SHOP-7']);
    assert.deepEqual(api.services.branchGoals.tagsOf(repository, branch), ['SHOP-7']);
    await commands.executeCommand('goalLens.notThisGoal', 'SHOP-131');
    await until('one is left', () => linked() === 'SHOP-142');
  });

  it('stays off once a person said "Not this goal", and says so to git', async () => {
    await commands.executeCommand('goalLens.notThisGoal');
    await until('the goal is off', () => branchKeys(api).length === 0);
    await checkOut('main');
    await checkOut(branch);
    assert.deepEqual(branchKeys(api), []);
    const listed = git(
      root,
      'config',
      '--file',
      '.git/goal-lens/links',
      '--get',
      `branch.${branch}.rejected`,
    );
    assert.equal(listed.trim(), 'SHOP-142');
    await api.services.choices.link(api.services.repositories.all[0]!, branch, 'SHOP-142');
    await until('the goal is back', () => branchKeys(api).join() === 'SHOP-7');
  });

  it('follows what another window says about the branch', async () => {
    await api.services.choices.of(api.services.repositories.all[0]!);
    git(root, 'config', '--file', '.git/goal-lens/links', '--add', `branch.${branch}.goal`, 'SHOP-12');
    await until('SHOP-12 is there too', () => branchKeys(api).includes('SHOP-12'));
    git(root, 'config', '--file', '.git/goal-lens/links', '--unset', `branch.${branch}.goal`, 'SHOP-12');
    await until('SHOP-12 is gone', () => !branchKeys(api).includes('SHOP-12'));
  });

  it('is nothing on a detached HEAD', async () => {
    git(root, 'checkout', '--quiet', '--detach');
    await gitSees(repository, undefined);
    await until('HEAD is detached', () => {
      const { branch: now } = api.services.context.current;
      return now !== undefined && now.name === undefined;
    });
    assert.deepEqual(branchKeys(api), []);
  });

  it('never writes to .git/config', () => {
    const config = git(root, 'config', '--file', '.git/config', '--list');
    assert.doesNotMatch(config, /goal|SHOP-/i);
    assert.ok(workspace.isTrusted);
  });
});
