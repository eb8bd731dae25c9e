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
});
