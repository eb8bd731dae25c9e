import assert from 'node:assert/strict';
import { withLog } from '../../../../src/trackers/sync/goalLog';
import { goal } from '../../../support/builders';

const status = { name: 'Doing', category: 'active' } as const;
const priority = { rank: 1, label: 'P1' } as const;

describe('the earlier plans of a goal', () => {
  it('are none while priority, status and target are as they were', () => {
    const now = goal('SHOP-7', { status, priority, targetDate: '2026-12-01' });
    assert.equal(withLog(now, undefined, 5).log, undefined);
    assert.equal(withLog({ ...now, title: 'Another' }, now, 5).log, undefined);
  });

  for (const [what, before, after] of [
    ['priority', { priority }, { priority: { rank: 3, label: 'P3' } }],
    ['status', { status }, { status: { name: 'Done', category: 'done' } }],
    ['target', { targetDate: '2026-12-01' }, { targetDate: '2027-01-01' }],
  ] as const) {
    it(`are kept where the ${what} is another, gone or new, without what was not there`, () => {
      const plain = goal('SHOP-7');
      const [was, is] = [goal('SHOP-7', before), goal('SHOP-7', after)];
      const own = what === 'target' ? { targetDate: '2026-12-01' } : before;
      assert.deepEqual(withLog(is, was, 5).log, [{ ...planOf(was), ...own, until: 5 }]);
      assert.deepEqual(withLog(plain, was, 6).log?.length, 1);
      assert.deepEqual(withLog(was, plain, 7).log, [{ ...planOf(plain), until: 7 }]);
    });
  }

  it('are fifty at most, and the oldest goes first', () => {
    let last = goal('SHOP-7', { targetDate: '2026-01-01' });
    for (let at = 1; at <= 60; at += 1) {
      const next = goal('SHOP-7', { targetDate: `2026-02-${String(at)}` });
      last = withLog(next, last, at);
    }
    assert.equal(last.log?.length, 50);
    assert.deepEqual([last.log[0]?.until, last.log.at(-1)?.until], [11, 60]);
  });
});

function planOf({ priority: rank, status: state, targetDate }: ReturnType<typeof goal>) {
  return {
    ...(rank === undefined ? {} : { priority: rank }),
    ...(state === undefined ? {} : { status: state }),
    ...(targetDate === undefined ? {} : { targetDate }),
  };
}
