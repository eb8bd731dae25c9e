import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { until } from '../../support/until';
import { type GoalLensApi, goalLens, open } from '../support/goalLens';

describe('the panel', () => {
  let api: GoalLensApi;

  before(async () => {
    api = await goalLens();
    await until('the context is ready', () => api.services.context.current.isReady);
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in its view and beside the editor, once, and leaves the focus in the editor', async () => {
    const uri = await open('src/cart/totals.ts');
    await commands.executeCommand('goalLens.panel.focus');
    await open('src/cart/totals.ts');
    await commands.executeCommand('goalLens.openPanelToSide');
    await commands.executeCommand('goalLens.openPanelToSide');
    const tabs = (): number =>
      window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof TabInputWebview).length;
    await until('the tab is there', () => tabs() > 0);
    assert.equal(tabs(), 1);
    assert.equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  it('has the latest state on screen', async () => {
    const panels = await api.panels();
    await open('src/search/synonyms.ts');
    await until(
      'the file is known',
      () => api.services.context.current.file?.path === 'src/search/synonyms.ts',
    );
    await panels.painted();
  });

  it('runs what it is asked for, and nothing else', async () => {
    const all = await commands.getCommands(true);
    const declared = all.filter((id) => id.startsWith('goalLens.') && !/panel\.|allGoals\./.test(id));
    assert.deepEqual(
      declared.sort(),
      [
        'acknowledgeDrift',
        'addGoal',
        'askOwner',
        'checkBranch',
        'checkPriorities',
        'compareWork',
        'connectTracker',
        'copyGoalBrief',
        'copyPullRequestSummary',
        'createGoalsFile',
        ...['goals.byHierarchy', 'goals.byPriority', 'goals.chooseScope', 'goals.clearFilter'],
        ...['goals.copyKey', 'goals.filter', 'goals.link', 'goals.open', 'goals.read', 'goals.showFiles'],
        'leaveOutTag',
        'linkBranch',
        'mapFolder',
        'moveToPrimarySideBar',
        'moveToSecondarySideBar',
        'notThisGoal',
        'openGoalsFile',
        'openPanelToSide',
        'openPathMap',
        'openReport',
        'previewGoal',
        'readGoal',
        'refresh',
        'removeCommitHook',
        'removeTracker',
        'setUpAgents',
        'setUpCommitHook',
        'showCommit',
        'showCommitsOfGoal',
        'showConnectionStatus',
        'showLog',
        'signIn',
        'signOut',
        'startWork',
        'tagCommit',
        'tagExistingCommits',
        'tagLastCommit',
      ].map((name) => `goalLens.${name}`),
    );
  });
});
