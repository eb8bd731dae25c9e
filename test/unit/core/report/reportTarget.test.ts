import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { Level } from '../../../../src/core/goal/goal';
import { goalAtLevel, noGoal, rankOf, ReportTargets } from '../../../../src/core/report/reportTarget';
import { catalogOf, goal, shopGoals, tracker } from '../../../support/builders';

const shop = catalogOf(...shopGoals());

describe('the targets of a report', () => {
  it('are made once for each key, however it is spelled', () => {
    const targets = new ReportTargets(shop);
    assert.equal(targets.of('shop-142'), targets.of('SHOP-142'));
    assert.notEqual(targets.of('SHOP-51'), targets.of('SHOP-142'));
    assert.equal(targets.of('other-1'), targets.of('OTHER-1'));
  });

  it('share the bucket of their initiative, or that of all unknown keys', () => {
    const targets = new ReportTargets(shop);
    assert.equal(targets.of('SHOP-142').bucket, targets.of('SHOP-7').bucket);
    assert.notEqual(targets.of('SHOP-160').bucket, targets.of('SHOP-7').bucket);
    assert.equal(targets.of('SHOP-998').bucket, targets.of('SHOP-999').bucket);
    assert.notEqual(targets.of('SHOP-998').id, targets.of('SHOP-999').id);
    assert.equal(targets.of('SHOP-7').id, targets.of('SHOP-7').bucket);
  });

  it('are ordered as goals, then unknown keys, then no goal', () => {
    const targets = new ReportTargets(catalogOf(...shopGoals(), goal('ÄRGER-1')));
    const ids = [targets.of('ÄRGER-1'), targets.of('A-1'), noGoal].map(({ id }) => id);
    assert.deepEqual([...ids].sort(), ids);
  });

  it('of several keys are each one once, without goals above others', () => {
    const targets = new ReportTargets(shop);
    const keysOf = (...keys: string[]): string[] =>
      targets.ofAll(keys).map((each) => (each.kind === 'goal' ? each.goal.key : each.id));
    assert.deepEqual(keysOf('SHOP-7', 'shop-7'), ['SHOP-7']);
    assert.deepEqual(keysOf('OBJ-1', 'SHOP-160', 'SHOP-51', 'SHOP-7'), ['SHOP-160', 'SHOP-51']);
    assert.equal(targets.ofAll(['SHOP-7', 'SHOP-999']).length, 2);
    assert.deepEqual(targets.ofAll([]), []);
  });

  it('are what keys mean in the repository, and differ between trackers', () => {
    const [here, there] = ['file:///here', 'file:///there'].map((folder) =>
      tracker([goal('SHOP-7', { trackerId: folder })], { folder }),
    );
    assert.ok(here && there);
    const catalog = new GoalCatalog([here, there]);
    const targetIn = (folder: string) => new ReportTargets(catalog, { remotes: [], folder }).of('SHOP-7');
    const target = targetIn('file:///there');
    assert.equal(target.kind === 'goal' && target.goal.trackerId, 'file:///there');
    assert.notEqual(target.id, targetIn('file:///here').id);
  });
});

describe('the goal at a level', () => {
  const keyAt = (key: string, level: Level): string | undefined => {
    const found = shop.find(key);
    return found && goalAtLevel(found, level, shop).key;
  };

  it('is the goal itself or the nearest above it', () => {
    assert.equal(keyAt('SHOP-142', 'item'), 'SHOP-142');
    assert.equal(keyAt('SHOP-142', 'epic'), 'SHOP-51');
    assert.equal(keyAt('SHOP-142', 'objective'), 'OBJ-1');
  });

  it('is the highest below the level where none has it', () => {
    const catalog = catalogOf(
      goal('SHOP-1', { level: 'epic' }),
      goal('SHOP-2', { level: 'item', parentKey: 'SHOP-1' }),
    );
    const item = catalog.find('SHOP-2');
    assert.ok(item);
    assert.equal(goalAtLevel(item, 'initiative', catalog).key, 'SHOP-1');
  });

  it('is the goal itself where all are above the level', () => {
    assert.equal(keyAt('SHOP-7', 'item'), 'SHOP-7');
    assert.equal(keyAt('OBJ-1', 'epic'), 'OBJ-1');
  });
});

describe('the rank of a target', () => {
  it('is the goal’s, or that of the nearest above it, and none without a goal', () => {
    const targets = new ReportTargets(shop);
    const ranks = ['SHOP-142', 'SHOP-160', 'OBJ-1', 'SHOP-999'].map((key) => rankOf(targets.of(key), shop));
    assert.deepEqual(ranks, [1, 3, 0, 0]);
    assert.equal(rankOf(noGoal, shop), 0);
  });
});
