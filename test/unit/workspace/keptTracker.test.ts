import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toConnection } from '../../../src/trackers/connection/connection';
import { GoalCache } from '../../../src/trackers/sync/goalCache';
import { keptGoalsFolder, userFolders } from '../../../src/workspace/editorFolders';
import { keptTracker } from '../../../src/workspace/keptTracker';
import { ownSettings, readSettings } from '../../../src/workspace/settingsFiles';
import { goal } from '../../support/builders';

const connection = toConnection({ kind: 'jira', url: 'https://shop.example' });
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

describe('what an editor keeps', () => {
  let home: string;
  let folders: string[];
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    folders = userFolders({ platform: 'linux', home, env: {} });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  async function keep(product: string, key: string, asOf: number): Promise<string> {
    const folder = keptGoalsFolder(join(home, '.config', product, 'User'));
    mkdirSync(folder, { recursive: true });
    const cache = new GoalCache(folder, connection, () => undefined);
    await cache.save({ goals: [goal(key, { trackerId: connection.id })], askedIds: [], asOf });
    return cache.path;
  }
  const read = () => keptTracker(connection, folders.map(keptGoalsFolder), silent);

  it('is found, the newest first', async () => {
    await keep('Code', 'SHOP-1', 1000);
    await keep('VSCodium', 'SHOP-2', 2000);
    const { goals, asOf, name, phase } = await read();
    assert.deepEqual(
      [goals.map(({ key }) => key), asOf, name, phase],
      [['SHOP-2'], 2000, 'Jira shop.example', 'ready'],
    );
  });

  it('is nothing where nothing was kept', async () => {
    const { goals, phase } = await read();
    assert.deepEqual([goals, phase], [[], 'loading']);
  });

  it('is left as it is where it is damaged', async () => {
    const path = await keep('Code', 'SHOP-1', 1000);
    truncateSync(path, 200);
    assert.deepEqual((await read()).goals, []);
    assert.deepEqual(readdirSync(dirname(path)).length, 1, 'nothing was set aside');
  });

  it('includes settings: the folder’s own trackers, then the person’s, comments and all', async () => {
    const folder = join(home, 'shop');
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    };
    write(
      join(folder, '.vscode/settings.json'),
      '{ "goalLens.trackers": [{ "kind": "jira" }], // ours\n "goalLens.impact.revenue": "exact" }',
    );
    write(
      join(home, '.config/Code/User/settings.json'),
      '{ "goalLens.commit.trailer": "Goal", "goalLens.impact.revenue": "hidden", "goalLens.trackers": [{ "kind": "rest" }] }',
    );
    write(join(home, '.config/VSCodium/User/settings.json'), 'not json');
    assert.deepEqual(await readSettings(folders, await ownSettings(folder)), {
      trackers: [{ kind: 'jira' }, { kind: 'rest' }],
      trailer: 'Goal',
      referenceTrailers: [],
      revenue: 'hidden',
    });
  });
});
