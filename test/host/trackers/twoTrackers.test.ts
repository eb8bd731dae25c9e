import assert from 'node:assert/strict';
import { Uri, workspace } from 'vscode';
import { until } from '../../support/until';
import { git } from '../support/git';
import {
  type GoalLensApi,
  branchKeys,
  fileKeys,
  gitSees,
  goalLens,
  onBranch,
  open,
  repositoryNamed,
  write,
} from '../support/goalLens';
import { hoverAt } from '../support/providers';
import { documentOf, resetSurfaces } from '../support/surfaces';
import { refresh, Trackers } from '../support/trackers';

const token = 'a-token-of-this-test-only';
const [web, api] = [0, 1];

describe('two repositories and two trackers in one window', () => {
  let lens: GoalLensApi;
  let trackers: Trackers;

  before(async () => {
    lens = await goalLens();
    trackers = new Trackers(lens);
    for (const name of ['web', 'api']) await repositoryNamed(lens, name);
  });
  afterEach(async () => {
    await resetSurfaces();
    await trackers.end();
  });

  it('each folder shows the goals of its own, and what one tracker lacks the other gives', async () => {
    const root = (await repositoryNamed(lens, 'api')).rootUri;
    const shop = await serve('SHOP-142', 'Retry a payment');
    const pay = await serve('PAY-1', 'Settle every night');
    await trackers.connect(...[shop, pay].map(({ url }) => ({ kind: 'rest', url })));
    await refresh();
    git(root.fsPath, 'checkout', '--quiet', '-b', 'feature/PAY-1-settle');
    await gitSees(await repositoryNamed(lens, 'api'), 'feature/PAY-1-settle');
    await write('.goals/paths', '/src/ PAY-1\n', api);
    try {
      await open('src/start.ts', api);
      await onBranch(lens, 'feature/PAY-1-settle');
      await until(
        'branch and file have their goal',
        () => [...branchKeys(lens), ...fileKeys(lens)].join() === 'PAY-1,PAY-1',
      );
      await open('src/start.ts', web);
      await onBranch(lens, 'feature/SHOP-142-start');
      assert.deepEqual(branchKeys(lens), ['SHOP-142']);
      assert.deepEqual(fileKeys(lens), []);
      const { uri } = await documentOf('markdown', 'SHOP-142, PAY-1');
      assert.match(await hoverAt(uri, 0, 3), /Retry a payment/);
      assert.match(await hoverAt(uri, 0, 12), /Settle every night/);
    } finally {
      await workspace.fs.delete(Uri.joinPath(root, '.goals'), { recursive: true });
      git(root.fsPath, 'checkout', '--quiet', 'main');
      await gitSees(await repositoryNamed(lens, 'api'), 'main');
    }
  });

  it('one that is gone takes no goal of the other, nor its own last ones', async () => {
    const shop = await serve('SHOP-142', 'Retry a payment');
    const pay = await serve('PAY-1', 'Settle every night');
    await trackers.connect(...[shop, pay].map(({ url }) => ({ kind: 'rest', url })));
    await refresh();
    const { url } = pay;
    await pay.stop();
    await refresh();
    assert.equal(trackers.state(url)?.fault?.kind, 'offline');
    assert.equal(trackers.state(shop.url)?.fault, undefined);
    const { catalog } = lens.services.store;
    assert.deepEqual(
      [catalog.find('SHOP-142')?.title, catalog.find('PAY-1')?.title],
      ['Retry a payment', 'Settle every night'],
    );
  });

  async function serve(key: string, title: string): ReturnType<Trackers['serve']> {
    const server = await trackers.serve({ goals: [{ key, title, level: 'item' }] }, token);
    await trackers.setToken(server.url, token);
    return server;
  }
});
