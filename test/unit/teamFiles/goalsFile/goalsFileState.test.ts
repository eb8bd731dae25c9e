import assert from 'node:assert/strict';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import {
  goalsFileState,
  goalsFileTracker,
  keepingGoals,
} from '../../../../src/teamFiles/goalsFile/goalsFileState';
import { parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';

const sound = ['A', 'B', 'C'].map((key) => entry(key));

/** An entry of the list, with further lines. */
function entry(key: string, ...lines: string[]): string {
  return [`  - key: ${key}`, '    title: T', '    level: item', ...lines.map((line) => `    ${line}`)].join(
    '\n',
  );
}

function stateOf(...entries: readonly string[]): TrackerState {
  const parsed = parseGoalsFile(`goals:\n${entries.join('\n')}\n`, 'file:here');
  return goalsFileState(goalsFileTracker('here'), parsed, 1);
}

const keys = ({ goals }: TrackerState): string[] => goals.map(({ key }) => key);

describe('the state of a goals file', () => {
  const before = stateOf(...sound);

  for (const [mistake, broken] of [
    ['is not YAML', entry('b', 'what is this [ ""]')],
    ['has no title', '  - key: b\n    level: item'],
  ] as const) {
    it(`keeps a goal whose entry ${mistake}, and names it`, () => {
      const now = stateOf(entry('A'), broken, entry('C', 'parent: B'));
      assert.deepEqual([keys(now), now.badEntries, now.brokenKeys], [['A', 'C'], 1, ['b']]);
      const kept = keepingGoals(now, before);
      assert.deepEqual(keys(kept), ['A', 'C', 'B']);
      assert.equal(kept.goals[1]?.parentKey, 'B');
    });
  }

  it('keeps it over several saves, until it can be read or is gone', () => {
    const broken = stateOf(entry('A', 'what is this [ ""]'), entry('B'));
    const twice = keepingGoals(broken, keepingGoals(broken, before));
    assert.deepEqual(keys(twice), ['B', 'A']);
    assert.deepEqual(keys(keepingGoals(stateOf(entry('B')), twice)), ['B']);
    assert.deepEqual(keys(keepingGoals(stateOf(entry('A'), entry('B')), twice)), ['A', 'B']);
  });

  it('keeps no second goal of a key that another entry has', () => {
    const now = stateOf(entry('A'), '  - key: A\n    level: item');
    assert.deepEqual(keys(keepingGoals(now, before)), ['A']);
  });

  it('names the only goal of a file, too', () => {
    const now = stateOf(entry('A', 'what is this [ ""]'));
    assert.deepEqual([now.phase, now.brokenKeys], ['failed', ['A']]);
    assert.deepEqual(keys(keepingGoals(now, before)), ['A', 'B', 'C']);
  });
});
