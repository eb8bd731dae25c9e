import assert from 'node:assert/strict';
import type { Evidence } from '../../../../src/core/report/attribution';
import { noGoal, type ReportTarget } from '../../../../src/core/report/reportTarget';
import { mergeTallies, type TallyEntry } from '../../../../src/core/report/tally';

const target = (key: string): ReportTarget => ({ kind: 'unknown', id: key, bucket: 'unknown', key });
const entry = (week: string, evidence: Evidence, of: ReportTarget): TallyEntry => ({
  week,
  evidence,
  target: of,
  effort: 1,
  changes: 10,
});

describe('a tally', () => {
  const [a, b] = [target('A-1'), target('B-1')];
  const inOrder = [
    entry('2026-W01', 'declared', noGoal),
    entry('2026-W01', 'merge', a),
    entry('2026-W01', 'named', a),
    entry('2026-W01', 'named', b),
    entry('2026-W02', 'declared', noGoal),
    entry('2026-W02', 'named', a),
    entry('2026-W10', 'merge', b),
    entry('2026-W10', 'none', noGoal),
  ];

  it('is in order of weeks, then evidence, then targets', () => {
    const half = inOrder.length / 2;
    const mixed = [...inOrder.slice(half).reverse(), ...inOrder.slice(0, half)];
    assert.deepEqual(mergeTallies([mixed, []]), inOrder);
    assert.deepEqual(mergeTallies([[...inOrder].reverse(), []]), inOrder);
  });

  it('adds up what is the same in all three, and nothing else', () => {
    assert.deepEqual(
      mergeTallies([inOrder, inOrder]),
      inOrder.map((each) => ({ ...each, effort: 2, changes: 20 })),
    );
  });
});
