import assert from 'node:assert/strict';
import { GoalSet } from '../../../../src/trackers/sync/goalSet';
import { goal } from '../../../support/builders';

describe('GoalSet', () => {
  it('is made of what was kept, without asked ids that no goal has', () => {
    const set = GoalSet.from({ goals: [goal('A-1'), goal('A-2')], askedIds: ['A-2', 'GONE'] });
    assert.equal(set.size, 2);
    assert.deepEqual(set.askedIds, ['A-2']);
    assert.deepEqual(set.askedKeys, ['A-2']);
  });

  it('says whether anything changed, and keeps the same list where nothing did', () => {
    const set = GoalSet.from({ goals: [goal('A-1')], askedIds: [] });
    const before = set.all;
    assert.equal(set.put([goal('A-1')], 'listed', 0), false);
    assert.equal(set.put([], 'asked', 0), false);
    assert.equal(set.remove(['GONE']), false);
    assert.equal(set.all, before);
    assert.equal(set.put([goal('A-1', { title: 'New' })], 'listed', 0), true);
    assert.deepEqual(set.all, [goal('A-1', { title: 'New' })]);
    assert.equal(set.remove(['A-1']), true);
    assert.deepEqual(set.all, []);
  });

  it('counts a listed goal as listed, also when it is asked for later', () => {
    const set = new GoalSet();
    set.put([goal('A-1')], 'listed', 0);
    set.put([goal('A-1', { title: 'New' }), goal('B-1')], 'asked', 0);
    assert.deepEqual(set.askedIds, ['B-1']);
    assert.equal(set.put([goal('B-1')], 'listed', 0), true);
    assert.deepEqual(set.askedIds, []);
    assert.deepEqual(set.listedBeside(new Set(['A-1'])), ['B-1']);
  });

  it('forgets keys and former keys with the goal', () => {
    const set = new GoalSet();
    set.put([goal('A-1', { aliases: ['OLD-1'] })], 'listed', 0);
    assert.ok(set.has('a-1') && set.has('old-1') && !set.has('B-1'));
    set.remove(['A-1']);
    assert.ok(!set.has('A-1') && !set.has('OLD-1'));
    set.put([goal('B-1')], 'listed', 0);
    assert.ok(set.has('B-1') && !set.has('Stryker was here'));
  });

  it('has the projects of keys and former keys, and none of what has no number', () => {
    const set = new GoalSet();
    set.put([goal('A-1', { aliases: ['old-7'] }), goal('PLAIN'), goal('my-team-3'), goal('-5')], 'listed', 0);
    assert.deepEqual([...set.projects].sort(), ['A', 'MY-TEAM', 'OLD']);
  });

  it('gives what was asked for and others do not have', () => {
    const set = GoalSet.from({ goals: [goal('A-1'), goal('B-1'), goal('B-2')], askedIds: ['B-1', 'B-2'] });
    assert.deepEqual(set.askedBeside(GoalSet.from({ goals: [goal('B-2')], askedIds: [] })), [goal('B-1')]);
  });

  it('keeps the keys by which a moved goal was known, 500 at most, each once and not its own', () => {
    const set = new GoalSet();
    set.put([goal('A-1', { id: 'x' })], 'listed', 0);
    const aliases = (): readonly string[] => set.all.flatMap((each) => each.aliases ?? []);
    set.put([goal('B-1', { id: 'x' })], 'listed', 0);
    assert.deepEqual(aliases(), ['A-1']);
    set.put([goal('a-1', { id: 'x' })], 'listed', 0);
    assert.deepEqual(aliases(), ['B-1']);
    for (let at = 0; at < 510; at += 1) set.put([goal(`C-${at}`, { id: 'x' })], 'listed', 0);
    assert.equal(aliases().length, 500);
    assert.equal(aliases()[0], 'C-508');
  });

  it('keeps no more former keys of a goal than that, whether it is new or replaces others', () => {
    const keys = (letter: string): string[] => Array.from({ length: 600 }, (_, at) => `${letter}-${at}`);
    const set = new GoalSet();
    set.put([goal('X-1', { aliases: keys('A') })], 'listed', 0);
    assert.deepEqual(set.all[0]?.aliases, keys('A').slice(0, 500));
    set.put(set.heirs([goal('X-2', { aliases: ['X-1', ...keys('B')] })], ['X-1']), 'listed', 0);
    assert.deepEqual(set.all[1]?.aliases, ['X-1', ...keys('B').slice(0, 499)]);
  });

  it('adds no former keys to a goal that only changed its spelling', () => {
    const set = new GoalSet();
    set.put([goal('A-1', { id: 'x' })], 'listed', 0);
    set.put([goal('a-1', { id: 'x' })], 'listed', 0);
    assert.ok(!('aliases' in (set.all[0] ?? {})));
  });

  it('keeps what the plan of a goal was until it was seen to change, fifty times at most', () => {
    const set = new GoalSet();
    const at = (rank: 1 | 3, title: string) => goal('A-1', { priority: { rank, label: `P${rank}` }, title });
    const log = () => set.all[0]?.log?.map(({ priority, until }) => [priority?.label, until]);
    set.put([at(3, 'Cart')], 'listed', 1);
    set.put([at(3, 'Checkout')], 'listed', 2);
    assert.equal(log(), undefined, 'a title is no plan');
    set.put([at(1, 'Checkout')], 'asked', 3);
    assert.deepEqual(log(), [['P3', 3]]);
    assert.equal(set.put([at(1, 'Checkout')], 'listed', 4), false);
    const kept = GoalSet.from({ goals: set.all, askedIds: [] });
    kept.put([goal('A-1', { title: 'No priority' })], 'listed', 5);
    assert.deepEqual(kept.all[0]?.log?.at(-1), { priority: { rank: 1, label: 'P1' }, until: 5 });
    for (let time = 6; time < 70; time += 1) kept.put([at(time % 2 ? 1 : 3, 'x')], 'listed', time);
    assert.equal(kept.all[0].log.length, 50);
    assert.equal(kept.all[0].log.at(-1)?.until, 69);
  });
});
