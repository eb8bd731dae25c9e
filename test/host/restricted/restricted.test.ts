import assert from 'node:assert/strict';
import { ConfigurationTarget, lm, workspace } from 'vscode';
import { until } from '../../support/until';
import { goals } from '../../unit/trackers/kinds/rest/goalServer';
import { type GoalLensApi, fileKeys, goalLens, open, write } from '../support/goalLens';
import { refresh, Trackers } from '../support/trackers';

describe('Restricted Mode', () => {
  let api: GoalLensApi;

  before(async () => {
    api = await goalLens();
    assert.equal(workspace.isTrusted, false);
  });

  it('shows the goals of files, by path rules alone', async () => {
    await open('src/payments/gateway.ts');
    await until('the rule counts', () => fileKeys(api).join() === 'PAY-3,SHOP-7');
  });

  it('runs no git and says nothing of a branch', () => {
    assert.deepEqual(api.services.repositories.all, []);
    assert.equal(api.services.repositories.gitPath, '');
    assert.equal(api.services.context.current.branch, undefined);
    assert.equal(api.services.context.current.isReady, true);
  });

  describe('with a tracker', () => {
    const token = 'a-token-of-this-test-only';
    let trackers: Trackers;

    before(() => {
      trackers = new Trackers(api);
    });
    afterEach(() => trackers.end());

    it('of the folder: there is no connection and no request, even where a token is kept', async () => {
      const server = await trackers.serve({ goals: goals(3) }, token);
      await trackers.setToken(server.url, token);
      await write(
        '.vscode/settings.json',
        JSON.stringify({
          'goalLens.commit.trailer': 'Goal',
          'goalLens.impact.revenue': 'exact',
          'goalLens.trackers': [{ kind: 'rest', url: server.url }],
        }),
      );
      const root = workspace.workspaceFolders?.[0]?.uri;
      const trailer = (): string => api.services.settings.trailerOf(root);
      await until('the settings of the folder are read', () => trailer() === 'Goal');
      // Only the person says how revenue is shown.
      assert.equal(api.services.settings.revenue, 'band');
      await api.services.connections.update();
      await refresh();
      assert.deepEqual(api.services.settings.trackers, []);
      assert.deepEqual(api.services.connections.all, []);
      assert.equal(server.requests.length, 0);
      await write('.vscode/settings.json', '{}');
      await until('they are gone', () => trailer() === 'Initiative');
    });

    it("of the person's own settings: it is asked", async () => {
      const server = await trackers.serve({ goals: [{ key: 'OWN-1', title: 'Own', level: 'item' }] }, token);
      await trackers.setToken(server.url, token);
      await trackers.connectIn(ConfigurationTarget.Global, { kind: 'rest', url: server.url });
      await refresh();
      assert.ok(api.services.store.catalog.find('OWN-1'));
    });
  });
});

describe('the tools of agents in Restricted Mode', () => {
  it('are not there', async () => {
    await goalLens();
    await assert.rejects(
      Promise.resolve(lm.invokeTool('goalLens_getGoalBrief', { input: {}, toolInvocationToken: undefined })),
    );
  });
});
