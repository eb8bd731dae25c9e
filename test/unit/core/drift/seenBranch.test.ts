import assert from 'node:assert/strict';
import fc from 'fast-check';
import { driftOf, type Change } from '../../../../src/core/drift/driftOf';
import { isSnapshot, snapshotOf } from '../../../../src/core/drift/goalSnapshot';
import {
  acknowledge,
  branchDrift,
  noticeDrift,
  readSeenBranch,
  settleSeen,
  type SeenBranch,
} from '../../../../src/core/drift/seenBranch';
import type { Goal, Rank } from '../../../../src/core/goal/goal';
import { goalView, type GoalView } from '../../../../src/core/views/goalView';
import { catalogOf, goal, shopGoals } from '../../../support/builders';

const began = Date.UTC(2026, 10, 1);
const hour = 60 * 60 * 1000;
const later = '2026-11-20T10:00:00.000Z';

/** The item of the shop, with some of its goals changed. */
function item(changes: Readonly<Record<string, Partial<Goal>>> = {}, ...more: Goal[]): GoalView {
  const goals = shopGoals().map((each) => ({ ...each, ...changes[each.key] }));
  const catalog = catalogOf(...goals, ...more);
  return goalView(catalog.find('SHOP-142')!, catalog);
}

const before = snapshotOf(item(), began);
const kindsOf = (changes: readonly Change[]): string[] => changes.map(({ kind }) => kind);

describe('driftOf', () => {
  it('is nothing where nothing has changed', () => assert.deepEqual(driftOf(before, item()), []));

  it('tells that the goal was done or dropped, by whom not', () => {
    const status = { name: 'Released', category: 'done' } as const;
    assert.deepEqual(driftOf(before, item({ 'SHOP-142': { status, updatedAt: later } })), [
      { kind: 'closed', category: 'done', status: 'Released', at: later },
    ]);
    const dropped = { name: 'Won’t do', category: 'dropped' } as const;
    assert.deepEqual(kindsOf(driftOf(before, item({ 'SHOP-142': { status: dropped } }))), ['closed']);
  });

  it('tells that something above it is over', () => {
    const [change] = driftOf(
      before,
      item({ 'SHOP-7': { status: { name: 'Cancelled', category: 'dropped' } } }),
    );
    assert.equal(change?.kind === 'closedAbove' && change.goal.key, 'SHOP-7');
  });

  it('tells an inherited priority that was lowered, and when', () => {
    const changed = { priority: { rank: 3, label: 'Medium' }, updatedAt: later } as const;
    assert.deepEqual(driftOf(before, item({ 'SHOP-7': changed })), [
      { kind: 'priority', from: 1, to: 3, at: later },
    ]);
  });

  it('tells a new blocker, and none that is gone', () => {
    const blocker = goal('PAY-3');
    const view = item({ 'SHOP-142': { blockedByKeys: ['PAY-3'] } }, blocker);
    const [change] = driftOf(before, view);
    assert.deepEqual(change?.kind === 'blocked' && change.by.map(({ key }) => key), ['PAY-3']);
    assert.deepEqual(driftOf(snapshotOf(view, began), item()), []);
  });

  it('tells its own status of being blocked', () => {
    const status = { name: 'On hold', category: 'blocked' } as const;
    const [change] = driftOf(before, item({ 'SHOP-142': { status } }));
    assert.equal(change?.kind === 'blocked' && change.status, 'On hold');
  });

  it('tells that it now serves another initiative', () => {
    const [change] = driftOf(
      before,
      item({ 'SHOP-51': { parentKey: 'SHOP-160' }, 'SHOP-160': { priority: { rank: 1, label: 'Urgent' } } }),
    );
    assert.deepEqual(change?.kind === 'moved' && [change.fromKey, change.to?.key], ['SHOP-7', 'SHOP-160']);
  });

  it('tells a date that came, moved or went', () => {
    assert.deepEqual(kindsOf(driftOf(before, item({ 'SHOP-7': { targetDate: '2027-01-12' } }))), ['due']);
    assert.deepEqual(kindsOf(driftOf(before, item({ 'SHOP-142': { targetDate: '2026-12-01' } }))), ['due']);
  });

  it('says nothing else of a goal that is over', () =>
    assert.deepEqual(
      kindsOf(
        driftOf(
          before,
          item({
            'SHOP-142': {
              status: { name: 'Done', category: 'done' },
              priority: { rank: 4, label: 'Low' },
              targetDate: '2027-01-01',
            },
          }),
        ),
      ),
      ['closed'],
    ));

  it('tells no time that was before the snapshot', () =>
    assert.deepEqual(
      driftOf(
        before,
        item({ 'SHOP-142': { priority: { rank: 2, label: 'High' }, updatedAt: '2026-10-01T00:00:00Z' } }),
      ),
      [{ kind: 'priority', from: 1, to: 2 }],
    ));
});

describe('a branch that was seen', () => {
  const nothing = { at: 0, goals: [] };
  const complete = { now: began, isComplete: true };
  const lowered = { 'SHOP-7': { priority: { rank: 3, label: 'Medium' } } } as const;

  it('takes a goal as it is when it is first seen', () => {
    const seen = settleSeen(nothing, [item()], complete);
    assert.deepEqual(branchDrift(seen, [item()]), []);
    assert.equal(branchDrift(seen, [item(lowered)])[0]?.view.goal.key, 'SHOP-142');
  });

  it('keeps what it has, so that a drift stays until it is acknowledged', () => {
    const seen = settleSeen(nothing, [item()], complete);
    assert.equal(settleSeen(seen, [item(lowered)], { ...complete, now: began + 1 }), seen);
    const known = acknowledge(seen, [item(lowered)], began + 2);
    assert.deepEqual(branchDrift(known, [item(lowered)]), []);
    assert.equal(branchDrift(known, [item()]).length, 1);
  });

  it('forgets a goal that has left the branch, but not one that is only being read', () => {
    const seen = settleSeen(nothing, [item()], complete);
    assert.deepEqual(settleSeen(seen, [], { ...complete, isComplete: false }).goals, seen.goals);
    assert.deepEqual(settleSeen(seen, [], complete).goals, []);
  });

  it('survives being kept as JSON', () => {
    const seen = settleSeen({ ...nothing, created: 'abc 1' }, [item()], complete);
    assert.deepEqual(readSeenBranch(JSON.parse(JSON.stringify(seen))), seen);
  });

  it('is not read from anything else', () =>
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(readSeenBranch(value), undefined);
        assert.equal(isSnapshot(value), false);
      }),
    ));
});

describe('a change of which the tracker tells no time', () => {
  const complete = { now: began, isComplete: true };
  const priority = (rank: Rank) => ({ 'SHOP-7': { priority: { rank, label: `P${rank}` } } });
  const first = (): SeenBranch => settleSeen({ at: 0, goals: [] }, [item()], complete);
  /** When each of the changes was noticed, in hours since the branch was first seen. */
  const hours = (seen: SeenBranch, view: GoalView): unknown[] =>
    branchDrift(seen, [view]).flatMap(({ changes }) =>
      changes.map(({ kind, noticedAt }) => [kind, noticedAt && (noticedAt - began) / hour]),
    );
  const noticedAfter = (seen: SeenBranch, at: number, ...views: GoalView[]): SeenBranch =>
    noticeDrift(seen, views, began + at * hour);

  it('has the time at which it was noticed, which stays, also once it is kept as JSON', () => {
    const lowered = item(priority(3));
    const seen = noticedAfter(first(), 1, lowered);
    assert.deepEqual(hours(seen, lowered), [['priority', 1]]);
    const reloaded = readSeenBranch(JSON.parse(JSON.stringify(seen)));
    assert.ok(reloaded);
    const again = noticedAfter(reloaded, 5, lowered);
    assert.equal(again, reloaded, 'nothing is to be kept again');
    assert.deepEqual(hours(again, lowered), [['priority', 1]]);
  });

  it('has none before it was noticed, and none beside the tracker’s own', () => {
    assert.deepEqual(hours(first(), item(priority(3))), [['priority', undefined]]);
    const dated = item({ 'SHOP-7': { ...priority(3)['SHOP-7'], updatedAt: later } });
    const [change] = branchDrift(noticedAfter(first(), 1, dated), [dated])[0]?.changes ?? [];
    assert.deepEqual(change, { kind: 'priority', from: 1, to: 3, at: later });
  });

  it('is noticed anew where it is another one, also if it is what it was before', () => {
    const [two, three] = [item(priority(2)), item(priority(3))];
    let seen = noticedAfter(first(), 1, three);
    seen = noticedAfter(seen, 2, two);
    assert.deepEqual(hours(seen, two), [['priority', 2]]);
    seen = noticedAfter(seen, 3, item());
    assert.deepEqual(seen.goals, first().goals, 'nothing is kept of what is undone');
    assert.deepEqual(hours(noticedAfter(seen, 4, three), three), [['priority', 4]]);
  });

  it('leaves the other changes of the goal their time', () => {
    const lowered = item(priority(3));
    const both = item({ ...priority(3), 'SHOP-142': { targetDate: '2026-12-01' } });
    const seen = noticedAfter(noticedAfter(first(), 1, lowered), 2, both);
    assert.deepEqual(hours(seen, both), [
      ['priority', 1],
      ['due', 2],
    ]);
  });

  it('counts from the newest blocker, and from the older one once that is gone', () => {
    const others = [goal('PAY-3'), goal('PAY-4')];
    const by = (...blockedByKeys: string[]) => item({ 'SHOP-142': { blockedByKeys } }, ...others);
    const one = noticedAfter(first(), 1, by('PAY-3'));
    const two = noticedAfter(one, 2, by('PAY-3', 'PAY-4'));
    assert.deepEqual(hours(two, by('PAY-3', 'PAY-4')), [['blocked', 2]]);
    assert.deepEqual(hours(noticedAfter(two, 3, by('PAY-3')), by('PAY-3')), [['blocked', 1]]);
  });

  for (const [kind, changes, other] of [
    [
      'closed',
      { status: { name: 'Shipped', category: 'done' } },
      { status: { name: 'No', category: 'dropped' } },
    ],
    ['blocked', { status: { name: 'On hold', category: 'blocked' } }, { blockedByKeys: ['PAY-3'] }],
    ['moved', { parentKey: 'SHOP-160' }, { parentKey: 'SHOP-8' }],
    ['due', { targetDate: '2026-12-01' }, { targetDate: '2026-12-02' }],
  ] as const) {
    it(`is known by what it is: ${kind}`, () => {
      const more = [goal('PAY-3'), goal('SHOP-8', { priority: { rank: 1, label: 'P1' } })];
      const views = [changes, other].map((each) => item({ 'SHOP-142': each }, ...more));
      const seen = noticedAfter(first(), 1, views[0]!);
      const at = (view: GoalView, of: SeenBranch) =>
        branchDrift(of, [view])[0]?.changes.find((change) => change.kind === kind)?.noticedAt;
      assert.equal(at(views[0]!, seen), began + hour);
      assert.equal(at(views[1]!, seen), undefined);
      assert.equal(at(views[1]!, noticedAfter(seen, 2, views[1]!)), began + 2 * hour);
    });
  }

  it('is known by the goal above that was closed', () => {
    const done = { status: { name: 'Shipped', category: 'done' } } as const;
    const [above, nearer] = [item({ 'SHOP-7': done }), item({ 'SHOP-7': done, 'SHOP-51': done })];
    const seen = noticedAfter(first(), 1, above);
    assert.deepEqual(hours(seen, above), [['closedAbove', 1]]);
    assert.deepEqual(hours(noticedAfter(seen, 2, nearer), nearer), [['closedAbove', 2]]);
  });

  it('goes once it is acknowledged, and stays while its goal is not to be seen', () => {
    const lowered = item(priority(3));
    const seen = noticedAfter(first(), 1, lowered);
    assert.equal(noticedAfter(seen, 2), seen);
    const known = acknowledge(seen, [lowered], began + 3 * hour);
    assert.ok(known.goals.every(({ noticed }) => noticed === undefined));
    assert.deepEqual(hours(noticedAfter(known, 4, item(priority(4))), item(priority(4))), [['priority', 4]]);
  });
});
