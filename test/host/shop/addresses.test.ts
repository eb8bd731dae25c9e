import assert from 'node:assert/strict';
import { commands, env, Uri } from 'vscode';
import { GoalStore } from '../../../src/core/catalog/goalStore';
import { GoalLensError } from '../../../src/core/errors';
import { openGoalAddress } from '../../../src/vscode/commands/openGoalAddress';
import { goal, tracker } from '../../support/builders';
import { until } from '../../support/until';
import { type GoalLensApi, goalLens } from '../support/goalLens';
import { watchPanel } from '../support/surfaces';

describe('addresses that open a goal', () => {
  let api: GoalLensApi;

  before(async () => {
    api = await goalLens();
    await until('the context is ready', () => api.services.context.current.isReady);
  });

  const address = (path: string): Uri =>
    Uri.from({ scheme: env.uriScheme, authority: 'goal-lens.goal-lens', path });
  const handle = (uri: Uri): Promise<void> =>
    openGoalAddress({ ...api.services, ready: () => Promise.resolve() }, uri);

  it('show it in the panel, with whatever else they carry left aside', async () => {
    const panel = await watchPanel(api);
    await commands.executeCommand('goalLens.panel.focus');
    await commands.executeCommand(
      'vscode.open',
      address('/goal/SHOP-131').with({ query: 'x=1', fragment: 'y' }),
    );
    await until('it is read', () => panel.read.length > 0);
    assert.deepEqual(panel.read, ['SHOP-131']);
    await (await api.panels()).painted();
    panel.end();
  });

  for (const [what, path, said] of [
    ['a goal that no tracker has', '/goal/SHOP-999', /No tracker has SHOP-999/],
    ['no goal', '/goal/', /names no goal/],
    ['another page', '/settings/SHOP-142', /names no goal/],
    ['a command', '/goal/command:workbench.action.quit', /names no goal/],
    ['a file', '/goal/../../etc/passwd', /names no goal/],
    ['markup', '/goal/<img src=x onerror=alert(1)>', /names no goal/],
    ['an icon', '/goal/$(sync~spin)', /names no goal/],
    ['text that turns its direction', '/goal/SHOP-142\u202e', /names no goal/],
    ['endless text', `/goal/${'A'.repeat(100_000)}-1`, /names no goal/],
  ] as const) {
    it(`are refused in one sentence, with nothing read: ${what}`, async () => {
      const panel = await watchPanel(api);
      await assert.rejects(handle(address(path)), (error) => {
        assert.ok(error instanceof GoalLensError);
        assert.match(error.message, said);
        return true;
      });
      assert.deepEqual(panel.read, []);
      panel.end();
    });
  }

  it('say of a goal whose entry has an error that it has one', async () => {
    const store = new GoalStore();
    store.set(tracker([goal('A-1')], { brokenKeys: ['SHOP-998'] }));
    const from = { ...api.services, store, ready: () => Promise.resolve() };
    await assert.rejects(
      openGoalAddress(from, address('/goal/SHOP-998')),
      /The entry of SHOP-998 in goals\.yaml has an error\./,
    );
  });
});
