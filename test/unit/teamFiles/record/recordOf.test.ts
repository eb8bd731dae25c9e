import assert from 'node:assert/strict';
import { readRecord } from '../../../../src/teamFiles/record/readRecord';
import { recordOf } from '../../../../src/teamFiles/record/recordOf';
import { toGoal } from '../../../../src/teamFiles/record/toGoal';
import type { Goal } from '../../../../src/core/goal/goal';
import { full } from '../../trackers/kinds/rest/goalServer';

function goalOf(written: object): Goal {
  const { record, issues } = readRecord(JSON.parse(JSON.stringify(written)));
  assert.deepEqual(issues, []);
  assert.ok(record);
  return toGoal(record, 't');
}

describe('A goal written as a record', () => {
  it('is read as the same goal again, with all that a record can hold', () => {
    const goal = goalOf({
      ...full,
      references: ['acme/shop#7', 'OLD-7', 'https://tracker.example/7'],
      acceptance: ['A lost cart comes back'],
      outOfScope: ['Guest checkout'],
      parents: ['OBJ-2'],
      covers: ['acme/web#7'],
      status: { name: 'Shipped', category: 'done' },
      closed: '2026-11-21T08:00:00Z',
      links: [
        { branch: 'ana/retry', repository: 'https://github.com/acme/shop', pullRequest: 4321 },
        { pullRequest: 4321, repository: 'https://github.com/acme/shop', closes: true },
        { commit: '0123456789abcdef0123456789abcdef01234567' },
      ],
    });
    assert.deepEqual(goalOf(recordOf(goal)), goal);
  });

  it('has nothing where the goal has nothing, and its former keys among its references', () => {
    const goal = goalOf({ key: 'SHOP-1', title: 'Search', level: 'item' });
    assert.deepEqual(recordOf(goal), { key: 'SHOP-1', title: 'Search', level: 'item' });
    assert.deepEqual(recordOf({ ...goal, aliases: ['OLD-1'] })['references'], ['OLD-1']);
  });

  it('keeps the day of a target whose name only its tracker understands', () => {
    const goal = goalOf({ key: 'SHOP-1', title: 'Search', level: 'item', target: '2026-12-12' });
    assert.equal(recordOf({ ...goal, targetLabel: 'Sprint 12' })['target'], '2026-12-12');
    assert.equal(recordOf({ ...goal, targetLabel: '2026-Q4' })['target'], '2026-12-12');
  });
});
