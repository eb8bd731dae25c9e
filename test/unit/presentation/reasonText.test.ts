import assert from 'node:assert/strict';
import { goalView } from '../../../src/core/views/goalView';
import { reasonText } from '../../../src/presentation/reasonText';
import { catalogOf, customers, goal, shopGoals, textOptions } from '../../support/builders';

describe('reasonText', () => {
  const catalog = catalogOf(...shopGoals());
  const reason = (key: string) => reasonText(goalView(catalog.find(key)!, catalog), textOptions);

  it('gives impact, health and date, and leaves out what is not known', () => {
    assert.equal(reason('SHOP-7'), '38 customers · At risk · due in 20 days');
    assert.equal(reason('OBJ-1'), '');
  });

  it('says whose priority, impact and date they are where they are inherited', () => {
    assert.equal(
      reason('SHOP-142'),
      'P1 from SHOP-7 · 38 customers from SHOP-7 · due in 20 days from SHOP-7',
    );
  });

  it('begins with what is overdue or due soon, names what it waits for, and ends after four parts', () => {
    const all = catalogOf(
      goal('A-1', {
        targetDate: '2026-11-14',
        priority: { rank: 1, label: 'Urgent' },
        impact: customers(3),
        health: 'offTrack',
        status: { name: 'Stuck', category: 'blocked' },
        blockedByKeys: ['A-2'],
        blocksKeys: ['A-3'],
      }),
      goal('A-2', { targetDate: '2026-11-28', blocksKeys: ['A-1', 'A-3'] }),
      goal('A-3', { status: { name: 'Done', category: 'done' }, targetDate: '2026-11-14' }),
      goal('A-4', { status: { name: 'Stuck', category: 'blocked' } }),
    );
    const of = (key: string) => reasonText(goalView(all.find(key)!, all), textOptions);
    assert.equal(of('A-1'), '8 days overdue · 3 customers · Off track · waits for A-2');
    assert.equal(of('A-2'), 'due in 6 days · A-1 waits for it');
    assert.equal(of('A-3'), '', 'nothing presses about a goal that is over');
    assert.equal(of('A-4'), 'Stuck');
  });

  it('leaves a period as the tracker spells it until it is over', () => {
    const period = (targetDate: string, targetLabel: string) => {
      const all = catalogOf(goal('A-1', { targetDate, targetLabel }));
      return reasonText(goalView(all.find('A-1')!, all), textOptions);
    };
    assert.equal(period('2026-12-31', '2026-Q4'), '2026-Q4');
    assert.equal(period('2026-09-30', '2026-Q3'), '53 days overdue');
  });
});
