import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../src/core/catalog/goalCatalog';
import type { Goal } from '../../../src/core/goal/goal';
import type { Link } from '../../../src/core/links/link';
import { servedGoals } from '../../../src/core/links/servedGoals';
import type { TrackerState } from '../../../src/core/tracker/trackerState';
import { statusItemText, type StatusItemText } from '../../../src/presentation/statusItemText';
import { goal, shopGoals, textOptions, tracker } from '../../support/builders';

const byName = (key: string): Link => ({ key, provenance: { kind: 'branchName', text: key } });

function shown(
  keys: { readonly branch?: readonly string[]; readonly file?: readonly string[] },
  goals: readonly Goal[] = shopGoals(),
  state: Partial<TrackerState> = {},
  isReady = true,
): StatusItemText | undefined {
  const catalog = new GoalCatalog([tracker(goals, state)]);
  const served = (of: readonly string[]) => servedGoals(of.map(byName), catalog);
  return statusItemText(
    {
      isReady,
      catalog,
      ...(keys.branch && { branch: { name: 'feature/it', served: served(keys.branch) } }),
      ...(keys.file && { file: { served: served(keys.file) } }),
    },
    textOptions,
  );
}

const priority = (rank: 1 | 2 | 3) => ({ rank, label: `P${rank}` }) as const;

/** Two items of one initiative. */
const twoItems = (() => {
  const first = goal('SHOP-131', { level: 'item', parentKey: 'SHOP-7', priority: priority(3) });
  const second = goal('SHOP-142', { level: 'item', parentKey: 'SHOP-7', priority: priority(1) });
  return { first, goals: [goal('SHOP-7', { priority: priority(2) }), first, second] };
})();

describe('the status item', () => {
  it('names the item of the branch with the priority that it has or inherits', () => {
    const item = shown({ branch: ['SHOP-142'] });
    assert.equal(item?.text, '$(target) P1 Retry a payment');
    assert.equal(item.label, 'Goal: P1 Retry a payment. Check priorities');
    assert.equal(item.shown?.goal.key, 'SHOP-142');
  });

  it('says the priority of the initiative where it differs from the item’s own', () => {
    const goals = [
      ...shopGoals(),
      goal('SHOP-131', { level: 'item', parentKey: 'SHOP-51', priority: priority(2) }),
    ];
    assert.equal(shown({ branch: ['SHOP-131'] }, goals)?.text, '$(target) P2 Title of SHOP-131 · goal P1');
  });

  it('names the more urgent one of several, open ones first, and how many more there are', () => {
    const item = shown({ branch: ['SHOP-160', 'SHOP-142'] });
    assert.equal(item?.text, '$(target) P1 Retry a payment +1');
    // What is read aloud holds what is seen, so that it can be spoken as well.
    assert.equal(item.label, 'Goal: P1 Retry a payment +1. Check priorities');
    const done = { status: { name: 'Done', category: 'done' } } as const;
    const goals = [goal('A-1', { ...done, priority: priority(1) }), goal('A-2', { priority: priority(3) })];
    assert.equal(shown({ branch: ['A-1', 'A-2'] }, goals)?.text, '$(target) P3 Title of A-2 +1');
  });

  it('names the more urgent one of two items of one initiative, and counts both', () => {
    const { first, goals } = twoItems;
    const item = shown({ branch: ['SHOP-131', 'SHOP-142'] }, goals);
    assert.equal(item?.text, '$(target) P1 Title of SHOP-142 +1 · goal P2');
    assert.equal(item.shown?.goal.key, 'SHOP-142');
    assert.equal(
      shown({ branch: ['SHOP-131', 'SHOP-131'] }, goals)?.text,
      `$(target) P3 ${first.title} · goal P2`,
    );
  });

  it('takes the most urgent goal of the file where the branch has none, and says so in words', () => {
    const item = shown({ branch: [], file: ['SHOP-160', 'SHOP-142'] });
    assert.equal(item?.text, '$(file-code) File: P1 Checkout that never loses a cart');
    assert.equal(item.label, 'Goal of the file: P1 Checkout that never loses a cart. Check priorities');
  });

  it('takes the goal of the file that is shown as the most urgent, not the one whose item is', () => {
    const goals = [
      ...twoItems.goals,
      goal('SHOP-9', { priority: priority(1) }),
      goal('SHOP-210', { level: 'item', parentKey: 'SHOP-9', priority: priority(2) }),
      goal('SHOP-140', { level: 'item', parentKey: 'SHOP-7' }),
    ];
    const item = shown({ file: ['SHOP-140', 'SHOP-210'] }, goals);
    assert.equal(item?.text, '$(file-code) File: P1 Title of SHOP-9');
    assert.equal(item.shown?.goal.key, 'SHOP-9');
    assert.equal(shown({ file: ['SHOP-131', 'SHOP-210'] }, goals)?.text, item.text);
  });

  it('names the item that the file is linked to where it is more urgent than its initiative', () => {
    const item = shown({ file: ['SHOP-131', 'SHOP-142'] }, twoItems.goals);
    assert.equal(item?.text, '$(file-code) File: P1 Title of SHOP-142 · goal P2');
    assert.equal(item.shown?.goal.key, 'SHOP-142');
  });

  it('leaves the priority out where none is set, and cuts a long title', () => {
    const goals = [goal('A-1', { title: `${'word '.repeat(20)}end` })];
    const text = shown({ branch: ['A-1'] }, goals)?.text ?? '';
    assert.match(text, /^\$\(target\) word .*…$/);
    assert.equal(Array.from(text).length, '$(target) '.length + 40);
  });

  it('brings no icon of a title', () => {
    const text = shown({ branch: ['A-1'] }, [goal('A-1', { title: 'Buy $(bug) now' })])?.text;
    assert.equal(text, '$(target) Buy $ (bug) now');
  });

  it('says that the goals are from before where the tracker is offline, and how old they are', () => {
    const fault = { kind: 'offline', message: 'away' } as const;
    const asOf = textOptions.now - 40 * 60_000;
    const item = shown({ branch: ['SHOP-142'] }, shopGoals(), { fault, asOf });
    assert.equal(item?.text, '$(target) P1 Retry a payment  $(debug-disconnect) 40 min');
    assert.match(item.label, /Offline, 40 min$/);
    const refused = shown({ branch: ['SHOP-142'] }, shopGoals(), {
      fault: { ...fault, kind: 'refused' },
      asOf,
    });
    assert.equal(refused?.text, '$(target) P1 Retry a payment');
  });

  it('says that there is no goal on a branch, and nothing without a branch or without goals', () => {
    assert.equal(shown({ branch: [] })?.text, '$(link) No goal');
    assert.equal(shown({ branch: [] })?.kind, 'noGoal');
    assert.equal(shown({}), undefined);
    assert.equal(shown({ branch: [] }, []), undefined);
    assert.equal(shown({ branch: [] }, shopGoals(), {}, false), undefined);
  });

  it('says that goals are read for the first time', () => {
    assert.equal(shown({ branch: [] }, [], { phase: 'loading' }, false)?.kind, 'loading');
    assert.equal(shown({ branch: ['SHOP-142'] }, shopGoals(), { phase: 'loading' })?.kind, 'branch');
  });
});
