import assert from 'node:assert/strict';
import { until } from '../../support/until';
import { goals } from '../../unit/trackers/kinds/rest/goalServer';
import { type GoalLensApi, goalLens } from '../support/goalLens';
import { panelState, refresh, Trackers } from '../support/trackers';

const token = 'a-token-of-this-test-only';

describe('signing in to a tracker', () => {
  let api: GoalLensApi;
  let trackers: Trackers;
  const find = (key: string) => api.services.store.catalog.find(key);

  before(async () => {
    api = await goalLens();
    trackers = new Trackers(api);
  });
  afterEach(() => trackers.end());

  it('without a token nothing is sent, and the panel offers Sign In', async () => {
    const server = await trackers.serve({ goals: goals(3) }, token);
    await trackers.connect({ kind: 'rest', url: server.url, name: 'Shop goals' });
    await refresh();
    assert.equal(trackers.state(server.url)?.phase, 'failed');
    assert.equal(trackers.state(server.url)?.fault?.kind, 'signedOut');
    const panel = panelState(api);
    assert.ok(panel.kind === 'error', panel.kind);
    assert.match(panel.title, /Sign in to Shop goals/);
    assert.deepEqual(panel.buttons[0], {
      label: 'Sign In…',
      action: 'signIn',
      key: trackers.to(server.url).connection.id,
      primary: true,
    });
    assert.equal(server.requests.length, 0);
  });

  it('a token that is kept brings the goals by itself', async () => {
    const server = await trackers.serve({ goals: goals(3) }, token);
    await trackers.connect({ kind: 'rest', url: server.url });
    await refresh();
    await trackers.setToken(server.url, token);
    await until('the goals are there', () => find('SHOP-3'));
    assert.equal(trackers.state(server.url)?.phase, 'ready');
    for (const { headers } of server.requests) assert.equal(headers.authorization, `Bearer ${token}`);
  });

  it('what a tracker said to one sign-in is forgotten with the next', async () => {
    const server = await trackers.serve({ goals: goals(3) }, token);
    await trackers.setToken(server.url, token);
    await trackers.connect({ kind: 'rest', url: server.url });
    await refresh();
    assert.ok(trackers.to(server.url).report);
    await trackers.setToken(server.url, 'another-token');
    await until('it is forgotten', () => trackers.to(server.url).report === undefined);
  });

  it('a wrong token is refused once, and asked for', async () => {
    const server = await trackers.serve({ goals: goals(3) }, token);
    await trackers.setToken(server.url, 'another-token');
    await trackers.connect({ kind: 'rest', url: server.url });
    await refresh();
    assert.equal(trackers.state(server.url)?.fault?.kind, 'signedOut');
    const panel = panelState(api);
    assert.ok(panel.kind === 'error', panel.kind);
    assert.equal(panel.buttons[0]?.action, 'signIn');
  });

  it('a token goes nowhere but to the origin that it was entered for', async () => {
    const [server, other] = [
      await trackers.serve({ goals: goals(3) }, token),
      await trackers.serve({ goals: goals(3) }, token),
    ];
    await trackers.setToken(server.url, token);
    await trackers.connect({ kind: 'rest', url: server.url });
    await refresh();
    assert.ok(find('SHOP-3'));
    await trackers.connect({ kind: 'rest', url: other.url });
    await refresh();
    assert.equal(trackers.state(other.url)?.fault?.kind, 'signedOut');
    assert.equal(find('SHOP-3'), undefined);
    assert.equal(other.requests.length, 0);
  });

  it('a setting cannot say that a service wants no token', async () => {
    const server = await trackers.serve({ goals: goals(3) }, '');
    await trackers.connect({ kind: 'rest', url: server.url, signIn: 'none' });
    await refresh();
    assert.equal(trackers.state(server.url)?.fault?.kind, 'signedOut');
    assert.match(trackers.state(server.url)?.fault?.message ?? '', /no token, only your consent/);
    assert.equal(server.requests.length, 0);
    // The person's own word.
    await trackers.setToken(server.url, '');
    await until('the goals are there', () => find('SHOP-3'));
    for (const { headers } of server.requests) assert.equal(headers.authorization, undefined);
  });

  it('the word that no token is wanted is not taken for a token', async () => {
    const server = await trackers.serve({ goals: goals(3) }, '');
    await trackers.setToken(server.url, '');
    await trackers.connect({ kind: 'rest', url: server.url });
    await refresh();
    assert.equal(trackers.state(server.url)?.fault?.kind, 'signedOut');
    assert.equal(server.requests.length, 0);
  });

  it('nothing is sent to an address that is neither https nor on this machine', async () => {
    await trackers.connect({ kind: 'rest', url: 'http://tracker.invalid' });
    assert.deepEqual(api.services.connections.all, []);
  });
});
