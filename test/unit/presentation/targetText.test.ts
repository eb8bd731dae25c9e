import assert from 'node:assert/strict';
import { agoText, targetText } from '../../../src/presentation/targetText';
import { goal, textOptions } from '../../support/builders';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('targetText', () => {
  const at = (targetDate: string): string | undefined =>
    targetText(goal('A-1', { targetDate }), textOptions)?.relative;

  it('counts calendar days from today', () => {
    assert.equal(at('2026-11-22'), 'today');
    assert.equal(at('2026-11-23'), 'tomorrow');
    assert.equal(at('2026-12-12'), 'in 20 days');
    assert.equal(at('2027-06-30'), 'in 7 months');
    assert.equal(at('2026-11-21'), '1 day overdue');
    assert.equal(at('2026-11-14'), '8 days overdue');
  });

  it('says how urgent it is', () => {
    const urgency = (targetDate: string): string | undefined =>
      targetText(goal('A-1', { targetDate }), textOptions)?.urgency;
    assert.deepEqual(['2026-11-21', '2026-12-06', '2026-12-07'].map(urgency), ['overdue', 'soon', 'later']);
  });

  it('calls nothing overdue that is over', () => {
    const done = goal('A-1', { targetDate: '2026-01-01', status: { name: 'Shipped', category: 'done' } });
    assert.deepEqual(targetText(done, textOptions)?.urgency, 'met');
  });

  it('spells a period as the tracker does, and says nothing without a date', () => {
    const quarter = goal('A-1', { targetDate: '2026-12-31', targetLabel: '2026-Q4' });
    assert.equal(targetText(quarter, textOptions)?.date, '2026-Q4');
    assert.equal(targetText(goal('A-1'), textOptions), undefined);
    assert.equal(targetText(goal('A-1', { targetDate: 'soon' }), textOptions), undefined);
  });
});

describe('agoText', () => {
  it('grows coarser with age', () => {
    const ago = (ms: number): string => agoText(textOptions.now - ms, textOptions);
    assert.deepEqual([0, 5 * minute, 3 * 60 * minute, 3 * day, 90 * day].map(ago), [
      'just now',
      '5 minutes ago',
      '3 hours ago',
      '3 days ago',
      '3 months ago',
    ]);
  });

  it('takes a clock that runs ahead for now', () => {
    assert.equal(agoText(textOptions.now + day, textOptions), 'just now');
  });
});
