import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedmine, type Redmine } from '../../scripts/redmine/redmineServer.mjs';
import type { Goal } from '../../src/core/goal/goal';
import { GoalCatalog } from '../../src/core/catalog/goalCatalog';
import { goalView } from '../../src/core/views/goalView';
import { connectionSchema, toConnection } from '../../src/trackers/connection/connection';
import { connectTracker } from '../../src/trackers/connectTracker';
import { proposeImpact } from '../../src/trackers/mapping/impactFields';
import { GoalCache } from '../../src/trackers/sync/goalCache';
import { TrackerSync } from '../../src/trackers/sync/trackerSync';
import type { Tracker } from '../../src/trackers/port/tracker';
import { TestClock } from '../unit/trackers/support/testClock';

const never = new AbortController().signal;
const day = 24 * 60 * 60_000;

describe('a real Redmine', () => {
  let redmine: Redmine;
  let folder: string;
  let clock: TestClock;

  before(async function () {
    // The first start on a machine installs Redmine.
    this.timeout(600_000);
    redmine = await startRedmine({ basePath: '/redmine', log: (line) => process.stdout.write(`${line}\n`) });
  });
  after(() => redmine.stop());
  beforeEach(async () => {
    clock = new TestClock();
    folder = await mkdtemp(join(tmpdir(), 'goal-lens-redmine-'));
    await redmine.reset();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function open(
    token: string | (() => Promise<string>) = redmine.apiKey,
    entry: object = { follow: ['shop'] },
  ): Promise<{ sync: TrackerSync; tracker: Tracker }> {
    const impact = {
      'Customers affected': 'customers',
      'Revenue at stake': 'revenue',
      'Customer tier': 'segments',
      Customers: 'customerNames',
      'Customer quote': 'quotes',
    };
    const connection = toConnection(
      connectionSchema.parse({ kind: 'redmine', url: redmine.url, impact, currency: 'EUR', ...entry }),
    );
    const { tracker } = await connectTracker(connection, {
      token: () => Promise.resolve(typeof token === 'string' ? token : token()),
      clock,
    });
    const cache = new GoalCache(folder, connection, () => undefined);
    const sync = new TrackerSync({ tracker: () => Promise.resolve(tracker), cache, clock });
    await sync.load();
    return { sync, tracker };
  }
  async function synced(token?: string, entry?: object): Promise<TrackerSync> {
    const { sync } = await open(token, entry);
    await sync.sync(never);
    return sync;
  }
  const find = (sync: TrackerSync, id: number): Goal | undefined =>
    sync.state.goals.find((goal) => goal.id === String(id));
  const catalogOf = ({ state: { goals, badEntries } }: TrackerSync): GoalCatalog =>
    new GoalCatalog([{ id: goals[0]!.trackerId, name: 'Redmine', phase: 'ready', goals, badEntries }]);
  async function requestsDuring(work: () => Promise<unknown>): Promise<string[]> {
    const lines = async (): Promise<string[]> =>
      (await readFile(redmine.logFile, 'utf8')).split('\n').filter((line) => line.includes('/issues.json'));
    const before = (await lines()).length;
    await work();
    return (await lines()).slice(before);
  }

  it('gives every goal with priority, impact, target, progress and the way up', async () => {
    const sync = await synced();
    assert.equal(sync.state.error, undefined);
    assert.equal(sync.state.badEntries, 0);
    const { initiative, epic, story, blocker } = redmine.seed.issues;
    const goal = find(sync, initiative)!;
    assert.deepEqual(
      [goal.key, goal.level, goal.title],
      [`SHOP-${initiative}`, 'initiative', 'Checkout that never loses a cart'],
    );
    assert.deepEqual(goal.priority, { rank: 1, label: 'Urgent' });
    assert.deepEqual(goal.impact, {
      customers: { value: 38, field: 'Customers affected' },
      revenue: { value: { amount: 180_000, currency: 'EUR' }, field: 'Revenue at stake' },
      segments: { value: ['Enterprise'], field: 'Customer tier' },
      customerNames: { value: ['Northwind', 'Globex'], field: 'Customers' },
      quotes: {
        value: [{ text: 'We lost a full cart twice in one week.\nThe third time we ordered elsewhere.' }],
        field: 'Customer quote',
      },
    });
    assert.deepEqual([goal.targetDate, goal.progress, goal.owner?.name], ['2027-03-15', 0.4, 'Priya Nair']);
    const ancestors = catalogOf(sync).ancestors(find(sync, story)!);
    assert.deepEqual(
      ancestors.slice(0, 2).map(({ id }) => id),
      [String(epic), String(initiative)],
    );
    assert.equal(goalView(find(sync, story)!, catalogOf(sync)).impact?.value.customers?.value, 38);
    assert.deepEqual(find(sync, story)!.blockedByKeys, [`SHOP-${blocker}`]);
  });

  it('gives every issue that the key may see, over several pages', async () => {
    const sync = await synced(redmine.apiKey, { follow: [] as string[] });
    const { total_count } = (await redmine.adminApi('GET', '/issues.json?status_id=*&limit=1')) as {
      total_count: number;
    };
    const hidden = 1;
    assert.equal(sync.state.goals.length, total_count - hidden);
  });

  it('brings a changed priority with one short list', async () => {
    const sync = await synced();
    const { initiative } = redmine.seed.issues;
    // The seed lies in the past, so that a change is newer than everything else.
    clock.advance(5 * 60_000);
    await redmine.adminApi('PUT', `/issues/${initiative}.json`, {
      issue: { priority_id: redmine.seed.priorities.low },
    });
    const requests = await requestsDuring(() => sync.sync(never));
    assert.equal(find(sync, initiative)?.priority?.rank, 4);
    assert.equal(requests.length, 1, requests.join('\n'));
  });

  it('lets go of a deleted issue with the daily look at everything, and when a person asks for it', async () => {
    const sync = await synced();
    const { blocker, closedStory } = redmine.seed.issues;
    await redmine.adminApi('DELETE', `/issues/${blocker}.json`);
    await sync.sync(never);
    assert.ok(find(sync, blocker), 'nothing tells of it yet');
    clock.advance(day);
    await sync.sync(never);
    assert.equal(find(sync, blocker), undefined);
    await redmine.adminApi('DELETE', `/issues/${closedStory}.json`);
    await sync.sync(never, 'thorough');
    assert.equal(find(sync, closedStory), undefined);
  });

  it('asks for what is above a goal in a project that is not followed', async () => {
    const { initiative, otherProjectEpic, childOfHidden, hidden } = redmine.seed.issues;
    const sync = await synced(redmine.apiKey, { follow: ['warehouse'], keyPrefix: 'WARE' });
    assert.equal(find(sync, otherProjectEpic)?.parentKey, `WARE-${initiative}`);
    assert.ok(find(sync, initiative), 'its parent is in the shop');
    const shop = await synced();
    assert.equal(find(shop, childOfHidden)?.parentKey, `SHOP-${hidden}`);
    assert.equal(find(shop, hidden), undefined, 'a parent that may not be read stays unknown');
    assert.equal(shop.state.error, undefined);
  });

  it('says what a wrong key is, and keeps the goals that a right one has read', async () => {
    await synced();
    const sync = await synced('0000000000000000000000000000000000000000');
    assert.equal(sync.state.error?.reason, 'unauthorized');
    assert.ok(sync.state.goals.length > 100);
  });

  it('shows what was kept while the server is gone, and goes on when it is back', async () => {
    const { initiative } = redmine.seed.issues;
    const lonely = await startRedmine();
    const entry = { url: lonely.url, follow: ['shop'] };
    const first = await synced(lonely.apiKey, entry);
    const { asOf } = first.state;
    await lonely.stop();
    clock.advance(60_000);
    const { sync } = await open(lonely.apiKey, entry);
    assert.ok(find(sync, initiative), 'before any request');
    await sync.sync(never);
    assert.equal(sync.state.error?.reason, 'unreachable');
    assert.equal(sync.state.asOf, asOf);
    assert.ok(find(sync, initiative));
    const back = await startRedmine({ port: Number(new URL(lonely.url).port) });
    try {
      await sync.sync(never);
      assert.equal(sync.state.error, undefined);
    } finally {
      await back.stop();
    }
  });

  it('keeps the first page when the server is stopped half-way, and goes on from there', async () => {
    const lonely = await startRedmine();
    let isHalfWay = false;
    // The key is asked for before each request: the server is gone before the second page is.
    const token = async (): Promise<string> => {
      if (isHalfWay) await lonely.stop();
      return lonely.apiKey;
    };
    const { sync } = await open(token, { url: lonely.url, follow: ['shop'] });
    sync.onDidChange(() => (isHalfWay ||= sync.state.goals.length === 100));
    try {
      await sync.sync(never);
    } finally {
      await lonely.stop();
    }
    assert.equal(sync.state.error?.reason, 'unreachable');
    const kept = sync.state.goals.length;
    assert.equal(kept, 100);
    isHalfWay = false;
    const back = await startRedmine({ port: Number(new URL(lonely.url).port) });
    try {
      await sync.sync(never);
      assert.equal(sync.state.error, undefined);
      assert.ok(sync.state.goals.length > 140);
    } finally {
      await back.stop();
    }
  });

  it('proposes the fields that hold impact, from what a person who is no administrator sees', async () => {
    const { tracker } = await open();
    assert.deepEqual(proposeImpact(await tracker.fields(never)), {
      'Customers affected': 'customers',
      'Revenue at stake': 'revenue',
      'Customer tier': 'segments',
      Customers: 'customerNames',
      'Customer quote': 'quotes',
    });
    assert.deepEqual(
      (await tracker.followables(never)).map(({ value }) => value),
      ['shop', 'warehouse'],
    );
    assert.equal((await tracker.checkConnection(never)).account, 'Robin Fields');
  });
});
