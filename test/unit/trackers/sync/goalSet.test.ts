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
    assert.equal(set.put([goal('A-1')], 'listed'), false);
    assert.equal(set.put([], 'asked'), false);
    assert.equal(set.remove(['GONE']), false);
    assert.equal(set.all, before);
    assert.equal(set.put([goal('A-1', { title: 'New' })], 'listed'), true);
    assert.deepEqual(set.all, [goal('A-1', { title: 'New' })]);
    assert.equal(set.remove(['A-1']), true);
    assert.deepEqual(set.all, []);
  });

  it('counts a listed goal as listed, also when it is asked for later', () => {
    const set = new GoalSet();
    set.put([goal('A-1')], 'listed');
    set.put([goal('A-1', { title: 'New' }), goal('B-1')], 'asked');
    assert.deepEqual(set.askedIds, ['B-1']);
    assert.equal(set.put([goal('B-1')], 'listed'), true);
    assert.deepEqual(set.askedIds, []);
    assert.deepEqual(set.listedBeside(new Set(['A-1'])), ['B-1']);
  });

  it('forgets keys and former keys with the goal', () => {
    const set = new GoalSet();
    set.put([goal('A-1', { aliases: ['OLD-1'] })], 'listed');
    assert.ok(set.has('a-1') && set.has('old-1') && !set.has('B-1'));
    set.remove(['A-1']);
    assert.ok(!set.has('A-1') && !set.has('OLD-1'));
    set.put([goal('B-1')], 'listed');
    assert.ok(set.has('B-1') && !set.has('Stryker was here'));
  });

  it('has the projects of keys and former keys, and none of what has no number', () => {
    const set = new GoalSet();
    set.put([goal('A-1', { aliases: ['old-7'] }), goal('PLAIN'), goal('my-team-3'), goal('-5')], 'listed');
    assert.deepEqual([...set.projects].sort(), ['A', 'MY-TEAM', 'OLD']);
  });

  it('gives what was asked for and others do not have', () => {
    const set = GoalSet.from({ goals: [goal('A-1'), goal('B-1'), goal('B-2')], askedIds: ['B-1', 'B-2'] });
    assert.deepEqual(set.askedBeside(GoalSet.from({ goals: [goal('B-2')], askedIds: [] })), [goal('B-1')]);
  });

  it('keeps the keys by which a moved goal was known, fifty at most, each once and not its own', () => {
    const set = new GoalSet();
    set.put([goal('A-1', { id: 'x' })], 'listed');
    const aliases = (): readonly string[] => set.all.flatMap((each) => each.aliases ?? []);
    set.put([goal('B-1', { id: 'x' })], 'listed');
    assert.deepEqual(aliases(), ['A-1']);
    set.put([goal('a-1', { id: 'x' })], 'listed');
    assert.deepEqual(aliases(), ['B-1']);
    for (let at = 0; at < 60; at += 1) set.put([goal(`C-${at}`, { id: 'x' })], 'listed');
    assert.equal(aliases().length, 50);
    assert.equal(aliases()[0], 'C-58');
  });

  it('adds no former keys to a goal that only changed its spelling', () => {
    const set = new GoalSet();
    set.put([goal('A-1', { id: 'x' })], 'listed');
    set.put([goal('a-1', { id: 'x' })], 'listed');
    assert.ok(!('aliases' in (set.all[0] ?? {})));
  });
});
