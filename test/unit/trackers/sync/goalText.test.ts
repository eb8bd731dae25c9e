import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import { makeGoal } from '../../../../src/trackers/mapping/makeGoal';
import { maxText } from '../../../../src/trackers/sync/goalLimit';
import { GoalSet } from '../../../../src/trackers/sync/goalSet';
import { textIn } from '../../../../src/trackers/sync/goalText';
import { goal } from '../../../support/builders';

const long = 'x'.repeat(2_000_000);
const longGoals = (from: number, count: number): Goal[] =>
  Array.from({ length: count }, (_, at) => goal(`A-${from + at}`, { description: long }));
const keysOf = (goals: readonly Goal[]): string[] => goals.map(({ key }) => key);

describe('textIn', () => {
  const lines = Array.from({ length: 300 }, (_, at) => `${at} ${'word '.repeat(10)}`);
  const keys = Array.from({ length: 300 }, (_, at) => `ABCDEFGH-${at}`);
  const full = makeGoal({
    id: '1',
    trackerId: 't',
    key: 'A-1',
    title: 'Title',
    level: 'item',
    description: lines.join('\n'),
    acceptance: lines.join('\n'),
    outOfScope: lines.join('\n'),
    aliases: keys,
    parentKey: 'P-1',
    otherParentKeys: keys,
    covers: keys.map((key) => `https://x.example/${key}`),
    blockedByKeys: keys,
    blocksKeys: keys,
    labels: lines,
    impact: {
      customerNames: { value: lines, field: 'x' },
      quotes: { value: lines.map((text) => ({ text })), field: 'x' },
    },
    metrics: lines.map((name) => ({ name, current: 1, target: 2 })),
    links: Array.from({ length: 50 }, (_, at) => ({
      kind: 'branch',
      repository: 'a/b',
      name: `branch-${at}`,
    })),
  });

  it('misses no field in which there can be much', () => {
    assert.ok(full);
    const given: Goal = {
      ...full,
      references: lines,
      log: Array.from({ length: 40 }, () => ({ until: 1, targetDate: '2026-02-01' })),
    };
    for (const [name, value] of Object.entries(given)) {
      const json = JSON.stringify(value);
      if (json.length < 500) continue;
      const counted = textIn(given) - textIn({ ...given, [name]: undefined });
      assert.ok(
        counted > json.length / 2 && counted < json.length * 3,
        `${name}: ${counted}, ${json.length}`,
      );
    }
    assert.ok(textIn(goal('A-1')) < 1_000);
  });
});

describe('The text of a set of goals', () => {
  it('is that of the goals that it has', () => {
    const set = new GoalSet();
    assert.equal(set.text, 0);
    const [first, second] = [goal('A-1', { description: 'one' }), goal('A-2', { description: 'twice' })];
    set.put([first, second], 'listed', 0);
    assert.equal(set.text, textIn(first) + textIn(second));
    assert.equal(GoalSet.from({ goals: [first, second], askedIds: [] }).text, set.text);
    const other = goal('A-2', { description: 'much longer' });
    set.put([other, other], 'listed', 0);
    assert.equal(set.text, textIn(first) + textIn(other));
    set.remove(['A-1', 'A-1', 'GONE']);
    assert.equal(set.text, textIn(other));
  });

  it('has a limit, for new goals and for known ones that grow', () => {
    const fits = Math.floor(maxText / textIn(longGoals(0, 1)[0] ?? goal('A-0')));
    const set = GoalSet.from({ goals: longGoals(0, fits + 1), askedIds: [] });
    assert.equal(set.size, fits);
    const [shorter, grown] = [
      goal('A-1', { description: 'less' }),
      goal('A-2', { description: `${long}${long}` }),
    ];
    const tiny = goal('B-1');
    const { fitting, beyond } = set.within(1_000, [grown, ...longGoals(fits, 1), tiny, shorter, grown]);
    assert.deepEqual(keysOf(beyond), ['A-2', `A-${fits}`]);
    assert.deepEqual(keysOf(fitting), ['B-1', 'A-1', 'A-2'], 'what became shorter made room');
  });
});
