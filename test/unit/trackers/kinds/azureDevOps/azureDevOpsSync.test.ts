import assert from 'node:assert/strict';
import { emptySnapshot, type Snapshot } from '../../../../../src/trackers/sync/snapshot';
import { TrackerSync } from '../../../../../src/trackers/sync/trackerSync';
import { connect, never, pagesOf } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import type { TrackerServer } from '../../support/trackerServer';
import { azureServer, fault, item, type Organization } from './azureServer';

describe('Azure DevOps, kept in step', () => {
  const clock = new TestClock();
  let server: TrackerServer;
  let organization: Organization;
  let sync: TrackerSync;
  let kept: Snapshot;
  beforeEach(async () => {
    const items = Array.from({ length: 450 }, (_, index) => item(index + 1));
    organization = { items, asOf: new Date(clock.now()).toISOString(), maxIds: 20_000 };
    server = await azureServer(organization).start();
    const entry = { kind: 'azureDevOps', url: `${server.url}/org`, follow: ['Web Shop'] };
    const { tracker } = await connect(entry, clock);
    kept = emptySnapshot;
    const cache = {
      load: () => Promise.resolve(kept),
      loadNewer: () => Promise.resolve(undefined),
      save: (snapshot: Snapshot) => Promise.resolve(void (kept = snapshot)),
    };
    sync = new TrackerSync({ tracker: () => Promise.resolve(tracker), cache, clock });
  });
  afterEach(async () => {
    sync.dispose();
    await server.stop();
  });

  it('reads all of them, and after that one query says that nothing changed', async () => {
    await sync.sync(never);
    assert.equal(sync.state.goals.length, 450);
    const asked = server.requests.length;
    await sync.sync(never);
    assert.equal(server.requests.length, asked + 1);
    assert.equal(sync.state.error, undefined);
  });

  it('goes on where a first list was cut', async () => {
    let batches = 0;
    organization.instead = ({ url }) =>
      url.pathname.endsWith('batch') && ++batches === 3 ? fault(403, 'TF401027') : undefined;
    await sync.sync(never);
    assert.equal(sync.state.error?.reason, 'forbidden');
    assert.equal(kept.goals.length, 400);
    assert.equal(kept.mark, Date.UTC(2026, 0, 1) + 400 * 60_000);
    await sync.sync(never);
    assert.equal(sync.state.goals.length, 450);
    // The last 50, and those of the two minutes before: not all of them again.
    assert.equal(batches, 4);
  });

  it('lets go of what is gone, once a day', async () => {
    await sync.sync(never);
    organization.items = organization.items.slice(10);
    clock.advance(25 * 60 * 60_000);
    await sync.sync(never);
    assert.equal(sync.state.goals.length, 440);
  });

  it('brings what a branch names, and what is above it, from other projects', async () => {
    const epic = item(900, 1, 'Portfolio');
    const story = item(901, 1, 'Portfolio');
    story.fields['System.Parent'] = 900;
    organization.items.push(epic, story);
    await sync.sync(never);
    await sync.want(['AB-901', 'SHOP-1'], never);
    assert.equal(sync.state.goals.length, 452);
    assert.equal(sync.state.goals.find(({ key }) => key === 'AB-901')?.parentKey, 'AB-900');
  });

  it('names a project that was renamed, reads the others, and lets go of nothing meanwhile', async () => {
    const entry = { kind: 'azureDevOps', url: `${server.url}/org`, follow: ['Old Shop', 'Web Shop'] };
    const { tracker } = await connect(entry, clock);
    const pages = await pagesOf(tracker);
    organization.instead = ({ url }) =>
      decodeURIComponent(url.pathname).includes('/Old Shop/')
        ? fault(404, 'TF200016: The following project does not exist: Old Shop.')
        : undefined;
    const later = await pagesOf(tracker);
    assert.equal(later.flatMap(({ goals }) => goals).length, 450);
    assert.ok(pages.at(-1)!.unread === undefined);
    assert.deepEqual(
      later.at(-1)!.unread!.map(({ place }) => place),
      ['Old Shop'],
    );
    assert.match(later.at(-1)!.unread![0]!.detail!, /TF200016/);
    organization.asOf = 'not told';
    assert.equal((await pagesOf(tracker)).at(-1)!.unread?.length, 1, 'also without a time of the query');
  });
});
