import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionSchema, toConnection } from '../../../src/trackers/connection/connection';
import { GoalCache } from '../../../src/trackers/sync/goalCache';

const folder = mkdtempSync(join(tmpdir(), 'goal-lens-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const connection = toConnection(connectionSchema.parse({ kind: 'redmine', url: 'https://tracker.example' }));

/** A kept tracker is read or set aside, and is usable after that. */
export async function fuzz(data: Buffer): Promise<void> {
  const cache = new GoalCache(folder, connection, () => undefined);
  writeFileSync(cache.path, data);
  const { goals } = await cache.load();
  assert.ok(Array.isArray(goals));
  await cache.save({ goals: [], askedIds: [] });
  assert.deepEqual(await cache.load(), { goals: [], askedIds: [] });
}
