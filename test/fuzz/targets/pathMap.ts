import assert from 'node:assert/strict';
import { parsePathMap } from '../../../src/core/paths/pathMap';

/** The last line is the path; matching costs no more than the lengths of both ask for. */
export function fuzz(data: Buffer): void {
  const text = data.toString('utf8');
  const at = text.lastIndexOf('\n');
  const [rules, path] = [text.slice(0, at + 1), text.slice(at + 1)];
  const work = { steps: 0 };
  parsePathMap(rules).match(path, work);
  const words = path.length / 32 + path.split('/').length;
  assert.ok(work.steps <= (rules.length + 2) * (words + 2) * 2, `${work.steps} steps`);
}
