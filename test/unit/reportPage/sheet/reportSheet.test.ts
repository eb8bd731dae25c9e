import assert from 'node:assert/strict';
import { reportSheet } from '../../../../src/reportPage/sheet/reportSheet';
import { quarterRecord } from '../../../support/quarter';

describe('the early figures of a report', () => {
  const record = quarterRecord();
  const sheetOf = (earlyOf?: string): ReturnType<typeof reportSheet> =>
    reportSheet(record, { language: 'en', ...(earlyOf !== undefined && { earlyOf }) });

  it('say that earlier weeks follow, where they do', () => {
    assert.match(sheetOf('2024-01-01').scope, / · earlier weeks follow$/);
    for (const whole of [undefined, record.period.from]) {
      assert.match(sheetOf(whole).scope, / · counted on /);
    }
  });

  it('are told apart from the last ones', () => {
    assert.equal(sheetOf(record.period.from).isPreliminary, true);
    assert.equal(sheetOf().isPreliminary, false);
  });
});

describe('the targets of the team', () => {
  it('are named where effort is compared with them, with minus signs', () => {
    const effort = reportSheet(quarterRecord(), { language: 'en' })
      .parts.flat()
      .find(({ id }) => id === 'effort');
    assert.ok(effort?.kind === 'bars');
    assert.match(
      effort.after ?? '',
      /^Against the team’s targets: 23\.5 of 100 points of effort went elsewhere\. SHOP-7 −3\.5, PAY-3 −20, /,
    );
  });

  it('have a bar of zero and their mark where a goal got nothing of what it should', () => {
    const effort = reportSheet(quarterRecord(), { language: 'en' })
      .parts.flat()
      .find(({ id }) => id === 'effort');
    assert.ok(effort?.kind === 'bars');
    const bar = effort.rows.find(({ reference }) => reference === 'PAY-3');
    assert.equal(bar?.value, 0);
    assert.ok((bar.target ?? 0) > 0);
    assert.deepEqual([bar.cells[0], bar.cells.at(-1)], ['0%', '20%']);
    const row = effort.table?.rows.find(({ cells }) => cells[0]?.includes('PAY-3'));
    assert.deepEqual([row?.cells[1], row?.drill], ['0%', undefined]);
    // In the order of importance, as the others.
    const ranks = effort.rows.flatMap(({ rank = 0 }) => (rank > 0 ? rank : []));
    assert.deepEqual(ranks, ranks.toSorted());
  });
});
