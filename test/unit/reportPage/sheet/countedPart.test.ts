import assert from 'node:assert/strict';
import { FigureWriter } from '../../../../src/presentation/report/figureWriter';
import { countedPart } from '../../../../src/reportPage/sheet/countedPart';
import { quarterRecord } from '../../../support/quarter';

describe('what the report says of how it was counted', () => {
  it('agrees with the numbers of what was left out', () => {
    const record = quarterRecord();
    const leftOutOf = (merges: number, cherryPicks: number): string => {
      const leftOut = { ...record.leftOut, merges, cherryPicks, bots: 0, elsewhere: 0 };
      const [commits] = countedPart({ ...record, leftOut }, new FigureWriter('en')).lines;
      return commits?.text.replace(/^.*Left out: /, '') ?? '';
    };
    assert.equal(leftOutOf(1, 1), '1 merge, 1 cherry-pick.');
    assert.equal(leftOutOf(2, 3), '2 merges, 3 cherry-picks.');
  });
});
