import assert from 'node:assert/strict';
import { pageEntries } from '../../../../src/trackers/http/pageEntries';
import { trackerKinds } from '../../../../src/trackers/connection/trackerKind';
import { connect, pagesOf } from '../support/connect';
import { entryFor } from '../support/kinds';
import { TrackerServer } from '../support/trackerServer';

describe('A page of entries', () => {
  it('is taken as it is, up to a size that no tracker reaches', () => {
    const entries = [0, null, {}];
    assert.equal(pageEntries.parse(entries), entries);
    assert.equal(pageEntries.safeParse(Array.from({ length: 50_001 })).success, false);
    for (const wrong of [undefined, null, {}, 'text'])
      assert.equal(pageEntries.safeParse(wrong).success, false);
  });

  it('with more is a fault, and not a million lines of the log', async () => {
    assert.ok(trackerKinds.includes('rest'));
    const goals = Array.from({ length: 300_000 }, () => 0);
    const json = { schema: 'goal-lens/v1', generatedAt: '2026-11-22T12:00:00Z', nextCursor: null, goals };
    const server = await new TrackerServer(() => ({ json })).start();
    try {
      const { tracker } = await connect(entryFor('rest', server.url));
      await assert.rejects(pagesOf(tracker), { reason: 'wrongShape', message: /at most 50,000 entries/ });
    } finally {
      await server.stop();
    }
  });
});
