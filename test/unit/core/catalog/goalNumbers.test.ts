import assert from 'node:assert/strict';
import { numbersOfGoal, type GoalNumber } from '../../../../src/core/catalog/goalNumbers';
import type { Goal } from '../../../../src/core/goal/goal';
import type { ReferenceStyle } from '../../../../src/core/references/referenceStyle';
import { goal } from '../../../support/builders';

function numbersOf(key: string, more: Partial<Goal> = {}, references?: ReferenceStyle): GoalNumber[] {
  return numbersOfGoal(goal(key, more), { ...(references && { references }) });
}
const github = (...places: string[]) => ({ kind: 'github', url: 'https://github.com', places }) as const;
const gitlab = (...places: string[]) => ({ kind: 'gitlab', url: 'https://git.example/Lab', places }) as const;

describe('the numbers of a goal', () => {
  it('are those of its address, in its place', () => {
    const url = 'https://github.com/Acme/Shop/issues/142';
    assert.deepEqual(numbersOf('SHOP-142', { url }, github()), [
      { sign: '#', number: 142, place: 'acme/shop', host: 'github.com' },
    ]);
    const epic = { url: 'https://git.example/groups/acme/-/epics/3' };
    assert.deepEqual(numbersOf('ACME.E-3', epic, gitlab()), [
      { sign: '&', number: 3, place: 'acme', host: 'git.example' },
    ]);
  });

  it('leave out the path of the tracker’s own address', () => {
    const url = 'https://git.example/lab/acme/shop/-/issues/142';
    assert.deepEqual(numbersOf('SHOP-142', { url }, gitlab())[0]?.place, 'acme/shop');
    for (const page of ['epics/3', 'work_items/3']) {
      const group = { url: `https://git.example/lab/groups/acme/-/${page}` };
      assert.deepEqual(numbersOf('ACME.E-3', group, gitlab()), [
        { sign: '&', number: 3, place: 'acme', host: 'git.example' },
      ]);
    }
    const other = 'https://git.example/labs/shop/-/issues/142';
    assert.deepEqual(numbersOf('SHOP-142', { url: other }, gitlab())[0]?.place, 'labs/shop');
  });

  it('are in the only place that is followed, where there is no such address', () => {
    assert.deepEqual(numbersOf('SHOP-142', {}, github('Acme/Shop')), [
      { sign: '#', number: 142, place: 'acme/shop', host: 'github.com' },
    ]);
    assert.deepEqual(numbersOf('ACME.E-3', {}, gitlab('acme'))[0]?.sign, '&');
    const page = { url: 'https://github.com/acme/shop' };
    assert.deepEqual(numbersOf('SHOP-142', page, github('acme/shop')).length, 1);
    assert.deepEqual(numbersOf('SHOP-142', {}, github('acme/shop', 'acme/api')), []);
    assert.deepEqual(numbersOf('SHOP-142', {}, github()), []);
  });

  it('are counted by the whole tracker in Redmine and Azure DevOps', () => {
    const redmine = { kind: 'redmine', url: 'https://redmine.example/tracker', places: ['a', 'b'] } as const;
    const own = { sign: '#', number: 142, place: '', host: 'redmine.example' };
    assert.deepEqual(numbersOf('RM-142', {}, redmine), [own]);
    const azure = { kind: 'azureDevOps', url: 'https://acme.visualstudio.com', places: [] } as const;
    assert.deepEqual(numbersOf('AB-142', {}, azure), [{ ...own, host: 'dev.azure.com' }]);
  });

  it('are none for a milestone, a key without a number, and a tracker that gives keys', () => {
    assert.deepEqual(numbersOf('SHOP.M-3', {}, github('acme/shop')), []);
    assert.deepEqual(numbersOf('checkout', {}, github('acme/shop')), []);
    assert.deepEqual(numbersOf('SHOP-142', { url: 'https://github.com/acme/shop/issues/142' }), []);
  });

  it('are those that are listed beside its key as well', () => {
    const references = [
      '#7',
      'Acme/Shop#8',
      'acme&3',
      'AB#9',
      'https://github.com/acme/api/issues/10',
      'https://git.example/groups/acme/-/epics/4',
      'https://linear.app/acme/project/checkout-0a1b',
      'SHOP-11',
    ];
    assert.deepEqual(numbersOf('checkout', { references }), [
      { sign: '#', number: 7, place: '' },
      { sign: '#', number: 8, place: 'acme/shop' },
      { sign: '&', number: 3, place: 'acme' },
      { sign: '#', number: 9, place: '' },
      { sign: '#', number: 10, place: 'acme/api', host: 'github.com' },
      { sign: '&', number: 4, place: 'acme', host: 'git.example' },
    ]);
    const both = numbersOf('SHOP-142', { references: ['#7'] }, github('acme/shop'));
    assert.deepEqual(
      both.map(({ number }) => number),
      [142, 7],
    );
  });
});
