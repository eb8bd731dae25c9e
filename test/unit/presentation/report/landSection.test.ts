import assert from 'node:assert/strict';
import { FigureWriter } from '../../../../src/presentation/report/figureWriter';
import { landSection } from '../../../../src/presentation/report/workSections';
import { quarterRecord } from '../../../support/quarter';

describe('the section on the time to land', () => {
  const record = quarterRecord();
  const answerOf = (medianDays: number, p85Days: number): string => {
    const timeToLand = { ...record.timeToLand, medianDays, p85Days, squashed: 0 };
    const { answer } = landSection({ ...record, timeToLand }, new FigureWriter('en'));
    return answer.slice(0, answer.indexOf('. ') + 1);
  };

  it('says how long half of the changes take, and 85 of 100', () => {
    assert.equal(answerOf(1.52, 9), 'Half of the changes land within 1.5 days, 85 of 100 within 9.');
    assert.equal(answerOf(1.02, 2), 'Half of the changes land within 1 day, 85 of 100 within 2.');
  });

  it('gives no hours, and never no days', () => {
    assert.equal(answerOf(0, 0), '85 of 100 changes land within a day.');
    assert.equal(answerOf(0.2, 0.99), '85 of 100 changes land within a day.');
    assert.equal(answerOf(0.2, 1), 'Half of the changes land within a day, 85 of 100 within 1 day.');
    assert.equal(answerOf(0.96, 3.4), 'Half of the changes land within a day, 85 of 100 within 3.4 days.');
  });

  it('agrees with the number of commits that undo another one', () => {
    for (const [reverts, expected] of [
      [1, /1 of \d+ commits undoes another one\./],
      [2, /2 of \d+ commits undo another one\./],
    ] as const) {
      const quality = { ...record.quality, reverts };
      assert.match(landSection({ ...record, quality }, new FigureWriter('en')).answer, expected);
    }
  });
});
