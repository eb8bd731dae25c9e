import assert from 'node:assert/strict';
import { startRedmine, type Redmine } from '../../scripts/redmine/redmineServer.mjs';
import type { Goal } from '../../src/core/goal/goal';
import { connectionSchema, toConnection } from '../../src/trackers/connection/connection';
import { connectTracker } from '../../src/trackers/connectTracker';
import type { TrackerPage } from '../../src/trackers/port/tracker';
import { TestClock } from '../unit/trackers/support/testClock';

const never = new AbortController().signal;
/**
 * What the six statuses mean that Redmine brings, in its order: new, in progress, resolved,
 * feedback, closed, rejected.
 */
const categories = ['planned', 'active', 'active', 'active', 'done', 'dropped'];

/** What `seedInLanguage.rb` tells. */
interface Seeded {
  readonly goal: number;
  readonly items: readonly number[];
  readonly ofTeam: number;
  readonly statuses: readonly string[];
  readonly priorities: readonly string[];
  readonly shop: string;
  readonly archive: string;
  readonly fields: Readonly<Record<'customers' | 'segment' | 'contact', string>>;
  readonly segment: string;
}

for (const [language, text] of [
  ['de', 'Worum es geht\n\nKunden gehen.'],
  ['es', 'De qué se trata\n\nLos clientes se van.'],
] as const) {
  describe(`a real Redmine in another language (${language})`, () => {
    let redmine: Redmine;
    let seeded: Seeded;
    before(async function () {
      this.timeout(600_000);
      redmine = await startRedmine({ language, log: (line) => process.stdout.write(`${line}\n`) });
      seeded = redmine.seed as unknown as Seeded;
    });
    after(() => redmine.stop());

    async function read(token: string): Promise<{ pages: TrackerPage[]; find: (id: number) => Goal }> {
      const { customers, segment, contact } = seeded.fields;
      const entry = {
        kind: 'redmine',
        url: redmine.url,
        follow: [seeded.shop, seeded.archive],
        impact: { [customers]: 'customers', [segment]: 'segments', [contact]: 'customerNames' },
      };
      const { tracker } = await connectTracker(toConnection(connectionSchema.parse(entry)), {
        token: () => Promise.resolve(token),
        clock: new TestClock(),
      });
      const pages: TrackerPage[] = [];
      for await (const page of tracker.listChanged(undefined, never)) pages.push(page);
      const goals = pages.flatMap((page) => page.goals);
      const find = (id: number): Goal => {
        const goal = goals.find((each) => each.id === String(id));
        assert.ok(goal, `goal ${id}`);
        return goal;
      };
      return { pages, find };
    }

    it('keeps the names of statuses, and what they mean', async () => {
      const { find } = await read(redmine.apiKey);
      assert.deepEqual(
        seeded.items.map((id) => find(id).status),
        seeded.statuses.map((name, index) => ({ name, category: categories[index] })),
      );
    });

    it('ranks priorities by their place, with their own words, and reads progress, text and the way up', async () => {
      const { find } = await read(redmine.apiKey);
      const goal = find(seeded.goal);
      assert.deepEqual(goal.priority, { rank: 1, label: seeded.priorities.at(-1) });
      assert.equal(goal.progress, 0.4);
      assert.equal(goal.description?.replaceAll('#', '').trim(), text);
      assert.equal(find(seeded.items[0]!).parentKey, goal.key);
    });

    it('reads a key-value list and a user by name where the token may, and never as a number', async () => {
      const own = (await read(redmine.apiKey)).find(seeded.goal).impact;
      assert.equal(own?.customers?.value, 38);
      assert.equal(own.segments, undefined);
      const asAdmin = (await read(redmine.adminKey)).find(seeded.goal).impact;
      assert.deepEqual(asAdmin?.segments?.value, [seeded.segment]);
      assert.deepEqual(asAdmin.customerNames?.value, ['Robin Fields']);
    });

    it('names the archived project, and reads the other', async () => {
      const { pages } = await read(redmine.apiKey);
      assert.deepEqual(
        pages.flatMap(({ unread = [] }) => unread.map(({ place }) => place)),
        [seeded.archive],
      );
    });

    it('knows what is mine, and what is my group’s', async () => {
      const { find } = await read(redmine.apiKey);
      assert.equal(find(seeded.goal).mine, 'me');
      assert.equal(find(seeded.ofTeam).mine, 'team');
      assert.equal(find(seeded.items[0]!).mine, undefined);
    });
  });
}
