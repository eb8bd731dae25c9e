import assert from 'node:assert/strict';
import { parseGoalsFile } from '../../../src/teamFiles/goalsFile/parseGoalsFile';

/** Any text gives goals with unique keys, and problems that can be listed. */
export function fuzz(data: Buffer): void {
  const { goals, problems } = parseGoalsFile(data.toString('utf8'), 'file');
  assert.equal(new Set(goals.map(({ key }) => key.toUpperCase())).size, goals.length);
  assert.ok(problems.length <= 1001);
}
