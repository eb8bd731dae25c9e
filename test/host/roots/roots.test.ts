import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import { git } from '../support/git';
import { until } from '../../support/until';
import { type GoalLensApi, branchKeys, goalLens, onBranch, open, repositoryNamed } from '../support/goalLens';

describe('several repositories in one window', () => {
  let api: GoalLensApi;
  const [web, apiFolder, worktree, , detached] = [0, 1, 2, 3, 4];

  before(async () => {
    api = await goalLens();
    for (const name of ['web', 'api', 'web-worktree', 'fresh', 'detached']) await repositoryNamed(api, name);
    await until('the context is ready', () => api.services.context.current.isReady);
  });

  it('show the branch of the repository that the file is in', async () => {
    await open('src/start.ts', apiFolder);
    await onBranch(api, 'feature/API-1-start');
    assert.deepEqual(branchKeys(api), ['API-1']);
    await open('src/start.ts', web);
    await onBranch(api, 'feature/WEB-1-start');
    assert.deepEqual(branchKeys(api), ['WEB-1']);
  });

  it('read a shared key from the goals file next to the code', async () => {
    const { catalog } = api.services.store;
    for (const name of ['web', 'api']) {
      const { rootUri } = await repositoryNamed(api, name);
      assert.match(catalog.find('SHARED-1', rootUri.toString())?.title ?? '', new RegExp(`as ${name}`, 'i'));
    }
  });

  it('share the links of a branch between worktrees', async () => {
    await open('src/start.ts', worktree);
    await onBranch(api, 'fix/WEB-2-worktree');
    assert.deepEqual(branchKeys(api), ['WEB-1']);
    const repository = await repositoryNamed(api, 'web-worktree');
    await api.services.choices.link(repository, 'fix/WEB-2-worktree', 'SHARED-1');
    await until('the link counts', () => branchKeys(api).includes('SHARED-1'));
    const main = (await repositoryNamed(api, 'web')).rootUri.fsPath;
    const linked = git(
      main,
      'config',
      '--file',
      '.git/goal-lens/links',
      '--get',
      'branch.fix/WEB-2-worktree.goal',
    );
    assert.equal(linked.trim(), 'SHARED-1');
  });

  it('tag each commit with the goal of its own repository, and an empty box not at all', async () => {
    const due = async (name: string): Promise<string> => {
      const { by, keys } = api.services.commitBoxes.of(await repositoryNamed(api, name));
      return [by, ...keys].join(' ');
    };
    await until('web is tagged', async () => (await due('web')) === 'box WEB-1');
    await until('api is tagged', async () => (await due('api')) === 'box API-1');
    assert.equal(await due('detached'), 'nobody');
    assert.equal((await repositoryNamed(api, 'web')).inputBox.value, '');
  });

  it('get the focus into the box whose tag was asked for', async () => {
    for (const [name, key] of [
      ['api', 'API-1'],
      ['web', 'WEB-1'],
      ['api', 'API-1'],
    ] as const) {
      const repository = await repositoryNamed(api, name);
      await commands.executeCommand('goalLens.tagCommit', { rootUri: repository.rootUri });
      await commands.executeCommand('type', { text: 'Explain' });
      await until(`the box of ${name} holds what was typed and the tag`, () => {
        return repository.inputBox.value === `Explain\n\nInitiative: ${key}`;
      });
      repository.inputBox.value = '';
      await until('the box is empty', () => repository.inputBox.value === '');
    }
  });

  it('have settings of their own', async () => {
    const { settings } = api.services;
    const { rootUri } = await repositoryNamed(api, 'api');
    const { rootUri: other } = await repositoryNamed(api, 'web');
    const own = workspace.getConfiguration('goalLens', rootUri);
    await own.update('commit.trailer', 'Goal', ConfigurationTarget.WorkspaceFolder);
    await own.update('commit.autoFill', 'off', ConfigurationTarget.WorkspaceFolder);
    try {
      await until('the folder has its own trailer', () => settings.trailerOf(rootUri) === 'Goal');
      assert.equal(settings.autoFillOf(rootUri), 'off');
      assert.deepEqual(
        [settings.trailerOf(other), settings.autoFillOf(other)],
        ['Initiative', 'withSubject'],
      );
    } finally {
      await own.update('commit.trailer', undefined, ConfigurationTarget.WorkspaceFolder);
      await own.update('commit.autoFill', undefined, ConfigurationTarget.WorkspaceFolder);
    }
  });

  it('cannot say how revenue is shown', async () => {
    const settings = workspace.getConfiguration('goalLens');
    await assert.rejects(
      async () => settings.update('impact.revenue', 'exact', ConfigurationTarget.Workspace),
      /impact\.revenue/,
    );
  });

  it('cope with a repository that has no commit', async () => {
    const { rootUri } = await repositoryNamed(api, 'fresh');
    const branch = await until('the branch is known', () => {
      const found = api.services.repositories.of(rootUri);
      return found && api.services.branchGoals.of(found);
    });
    assert.equal(branch.head, undefined);
    assert.equal(branch.name, 'feature/WEB-2-first');
    assert.deepEqual(
      branch.served.goals.map(({ goal }) => goal.key),
      ['WEB-1'],
    );
  });

  it('cope with a detached HEAD', async () => {
    await open('src/start.ts', detached);
    await until('the repository is shown', () =>
      api.services.context.current.branch?.repository.rootUri.path.endsWith('/detached'),
    );
    assert.equal(api.services.context.current.branch?.name, undefined);
    assert.deepEqual(branchKeys(api), []);
  });
});
