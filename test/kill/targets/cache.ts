import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { connectionSchema, toConnection } from '../../../src/trackers/connection/connection';
import { GoalCache } from '../../../src/trackers/sync/goalCache';
import type { Snapshot } from '../../../src/trackers/sync/snapshot';
import { goal } from '../../support/builders';
import type { KillTarget } from '../killTarget';

const connection = toConnection(connectionSchema.parse({ kind: 'redmine', url: 'https://tracker.example' }));
const cacheIn = (folder: string): GoalCache => new GoalCache(folder, connection, () => undefined);

const snapshotOf = (mark: number): Snapshot => ({
  goals: Array.from({ length: 600 }, (_, at) => goal(`A-${at}`, { title: `As of ${mark}` })),
  askedIds: ['A-1'],
  mark,
});

/** The file of a tracker's goals is the old one or the new one, whole, and is never set aside. */
export const cache: KillTarget = {
  prepare: async (folder) => cacheIn(folder).save(snapshotOf(0)),
  work: async (folder, written) => {
    const kept = cacheIn(folder);
    for (let number = 1; ; number += 1) {
      await kept.save(snapshotOf(number));
      written(number);
    }
  },
  check: async (folder, last) => {
    const found = await cacheIn(folder).load();
    assert.ok(found.mark === last || found.mark === last + 1, `${found.mark} after ${last}`);
    assert.deepEqual(found, snapshotOf(found.mark));
    const names = await readdir(folder);
    assert.deepEqual(
      names.filter((name) => name.endsWith('.damaged')),
      [],
    );
    await cacheIn(folder).save(snapshotOf(last));
    assert.deepEqual(await cacheIn(folder).load(), snapshotOf(last));
    await cacheIn(folder).remove();
    assert.deepEqual(await readdir(folder), []);
  },
};
