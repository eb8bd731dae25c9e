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
