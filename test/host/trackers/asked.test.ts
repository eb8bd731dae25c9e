import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import { until } from '../../support/until';
import { goals, type Data, type GoalServer } from '../../unit/trackers/kinds/rest/goalServer';
import { TrackerServer, type ReceivedRequest } from '../../unit/trackers/support/trackerServer';
import { type GoalLensApi, branchKeys, goalLens, onBranch, open } from '../support/goalLens';
import { refresh, Trackers } from '../support/trackers';

const token = 'a-token-of-this-test-only';
const item = (key: string, fields: object = {}) => ({ key, title: key, level: 'item', ...fields });

describe('what trackers are asked for', () => {
  let api: GoalLensApi;
  let trackers: Trackers;
  const find = (key: string) => api.services.store.catalog.find(key);

  before(async () => {
    api = await goalLens();
    trackers = new Trackers(api);
    await open('src/start.ts');
    await onBranch(api, 'feature/SHOP-142-start');
  });
  afterEach(() => trackers.end());

  it('one connection serves all folders, and Refresh asks every tracker once', async () => {
    const [shop, pay] = [await serve({ goals: goals(2) }), await serve({ goals: [item('PAY-1')] })];
    await trackers.connect(...[shop, pay].map(({ url }) => ({ kind: 'rest', url })));
    await refresh();
    assert.equal(find('SHOP-2')?.title, 'Goal 2');
    assert.equal(find('PAY-1')?.title, 'PAY-1');
    await until('the goal of the branch was asked for', () => wanted(shop).length > 0);
    assert.equal(workspace.workspaceFolders?.length, 2);
    assert.equal(api.services.connections.all.length, 2);
    shop.requests.length = pay.requests.length = 0;
    await refresh();
    assert.equal(lists(shop).length, 1, shop.requests.map(({ url }) => url.href).join(' '));
    assert.equal(lists(pay).length, 1);
  });

  it('a key that the branch names and no list has is asked for once, of the tracker with its project', async () => {
    const shop = await serve({
      goals: [
        item('SHOP-7', { level: 'initiative', project: 'shop' }),
        item('SHOP-142', { parent: 'SHOP-7', project: 'elsewhere' }),
      ],
    });
    const pay = await serve({ goals: [item('PAY-1')] });
    await trackers.connect({ kind: 'rest', url: shop.url, follow: ['shop'] }, { kind: 'rest', url: pay.url });
    await refresh();
    await until('the goal of the branch is there', () => find('SHOP-142'));
    assert.deepEqual(branchKeys(api), ['SHOP-7']);
    await lookElsewhere();
    assert.deepEqual(wanted(shop), ['SHOP-142']);
    assert.deepEqual(wanted(pay), []);
  });

  it('a key that nobody has is asked for once, however often the context changes', async () => {
    const shop = await serve({ goals: goals(2) });
    await trackers.connect({ kind: 'rest', url: shop.url });
    await refresh();
    await until('it was asked for', () => wanted(shop).length > 0);
    await lookElsewhere();
    assert.deepEqual(wanted(shop), ['SHOP-142']);
  });

  it('a tracker that refuses to tell of a key is not asked again at once', async () => {
    const shop = await new TrackerServer(({ url }) =>
      url.searchParams.has('keys')
        ? { status: 400, json: { title: 'Bad parameter' } }
        : { json: { schema: 'goal-lens/v1', generatedAt: new Date(), nextCursor: null, goals: goals(2) } },
    ).start();
    try {
      await trackers.setToken(shop.url, token);
      await trackers.connect({ kind: 'rest', url: shop.url });
      await refresh();
      await until('it was asked for', () => wanted(shop).length > 0);
      await lookElsewhere();
      assert.deepEqual(wanted(shop), ['SHOP-142']);
      assert.equal(trackers.state(shop.url)?.fault?.kind, 'refused');
    } finally {
      await shop.stop();
    }
  });

  it('how often trackers are asked is from a minute to a day, and no matter of a workspace', async () => {
    const { settings } = api.services;
    const write = (minutes: unknown, target = ConfigurationTarget.Global): Thenable<void> =>
      workspace.getConfiguration('goalLens').update('refresh.everyMinutes', minutes, target);
    try {
      for (const [minutes, seconds] of [
        [7, 420],
        [0, 60],
        [100_000, 86_400],
        ['often', 300],
      ] as const) {
        await write(minutes);
        await until(`${minutes} is read`, () => settings.refreshEveryMs === seconds * 1000);
      }
      await assert.rejects(async () => write(7, ConfigurationTarget.Workspace));
    } finally {
      await write(undefined);
    }
  });

  it('a bad entry disturbs no other, and is in the log', async () => {
    const shop = await serve({ goals: goals(2) });
    await trackers.connect(
      { kind: 'nonsense', url: shop.url },
      { kind: 'rest', url: shop.url },
      { kind: 'rest' },
    );
    await refresh();
    assert.ok(find('SHOP-2'));
    assert.equal(api.services.connections.all.length, 1);
    await commands.executeCommand('goalLens.showLog');
    const log = await until('the log is shown', () =>
      workspace.textDocuments
        .filter(({ uri, fileName }) => uri.scheme === 'output' && fileName.includes('goal-lens'))
        .map((document) => document.getText())
        .find((text) => text.includes('goalLens.trackers[0]')),
    );
    await commands.executeCommand('workbench.action.closePanel');
    assert.match(log, /goalLens\.trackers\[0\]\.kind: must be one of redmine/);
    assert.match(log, /goalLens\.trackers\[2\]\.url: must be a web address/);
  });

  async function serve(data: Data): Promise<GoalServer> {
    const server = await trackers.serve(data, token);
    await trackers.setToken(server.url, token);
    return server;
  }

  /** Goes to the other folder and back a few times: each time the context is made anew. */
  async function lookElsewhere(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await open('src/start.ts', 1);
      await onBranch(api, 'main');
      await open('src/start.ts', 0);
      await onBranch(api, 'feature/SHOP-142-start');
      // In turn behind whatever is being asked for.
      await api.services.connections.want(['SHOP-142']);
    }
  }
});

type Asked = Pick<ReceivedRequest, 'url'>;

/** The lists of goals that a tracker was asked for. */
function lists({ requests }: { readonly requests: readonly Asked[] }): Asked[] {
  return requests.filter(({ url }) => url.pathname === '/goals' && !url.searchParams.has('keys'));
}

/** The keys that a tracker was asked for, one entry for each request. */
function wanted({ requests }: { readonly requests: readonly Asked[] }): string[] {
  return requests.flatMap(({ url }) => url.searchParams.get('keys') ?? []);
}
