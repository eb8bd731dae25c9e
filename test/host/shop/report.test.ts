import assert from 'node:assert/strict';
import { commands, env, TabInputWebview, window } from 'vscode';
import { until } from '../../support/until';
import { type GoalLensApi, goalLens } from '../support/goalLens';

describe('the alignment report', () => {
  let api: GoalLensApi;

  before(async () => {
    api = await goalLens();
    await until('the context is ready', () => api.services.context.current.isReady);
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in one tab and shows a report that was counted in a thread of its own', async () => {
    await commands.executeCommand('goalLens.openReport');
    await commands.executeCommand('goalLens.openReport');
    const tabs = (): number =>
      window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('goalLens.report'))
        .length;
    await until('the tab is there', () => tabs() > 0);
    assert.equal(tabs(), 1);
    const report = await api.report();
    await report.settled();
    const [sentence = '', ...others] = report.shown?.sheet?.sentences ?? [];
    assert.match(JSON.stringify(sentence), /of the effort went to P1 and P2 goals/);
    assert.equal(others.length, 2);
  });

  it('copies its sentences', async () => {
    const report = await api.report();
    await report.settled();
    await env.clipboard.writeText('');
    report.ask({ type: 'action', action: 'copySentences' });
    const copied = await until(
      'the sentences are copied',
      async () => (await env.clipboard.readText()) || undefined,
    );
    assert.equal(copied.split('\n').length, 3);
  });

  it('leads to the commits behind a figure, and opens what one changed', async () => {
    const report = await api.report();
    await report.settled();
    report.ask({ type: 'action', action: 'showCommits', key: '{"by":"goal","of":"SHOP-7"}' });
    const drill = await until('the commits are shown', () => report.shown?.drill);
    assert.ok(drill.commits.length > 5);
    const [commit] = drill.commits;
    report.ask({ type: 'action', action: 'showFiles', key: commit!.id });
    await until('the files are shown', () => report.shown?.drill?.commits[0]?.files);
    report.ask({ type: 'action', action: 'openChanges', key: commit!.id });
    const title = commit!.id.split(' ')[1]!.slice(0, 7);
    await until('the changes are open', () =>
      window.tabGroups.all.flatMap((group) => group.tabs).some(({ label }) => label.includes(title)),
    );
  });
});
