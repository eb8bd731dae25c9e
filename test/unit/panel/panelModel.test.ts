import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../src/core/catalog/goalCatalog';
import { servedGoals } from '../../../src/core/links/servedGoals';
import type { PanelInput } from '../../../src/panel/panelInput';
import { panelState } from '../../../src/panel/panelModel';
import { panelStateSchema, type PanelState } from '../../../src/panel/contract/panelState';
import { catalogOf, goal, shopGoals, textOptions, tracker } from '../../support/builders';

type GoalsState = Extract<PanelState, { kind: 'goals' }>;

function input(overrides: Partial<PanelInput> = {}): PanelInput {
  return {
    isReady: true,
    hasFolder: true,
    isTrusted: true,
    catalog: catalogOf(...shopGoals()),
    ...overrides,
  };
}

function branch(catalog: GoalCatalog, ...keys: string[]): NonNullable<PanelInput['branch']> {
  const links = keys.map((key) => ({ key, provenance: { kind: 'branchName', text: key } }) as const);
  const served = servedGoals(links, catalog);
  return { name: 'feature/SHOP-142-retry', head: '0123456789', choices: { rejected: [] }, served };
}

/** The state, after the check that the webview would make of it. */
function stateOf(overrides: Partial<PanelInput>): PanelState {
  const state = panelState(input(overrides), textOptions);
  assert.deepEqual(panelStateSchema.parse(state), state);
  return state;
}

function goalsState(overrides: Partial<PanelInput>): GoalsState {
  const state = stateOf(overrides);
  assert.equal(state.kind, 'goals');
  return state;
}

describe('panelState', () => {
  it('shows the branch’s own item first, and its other goals below', () => {
    const { catalog } = input();
    const state = goalsState({ branch: branch(catalog, 'SHOP-142', 'SHOP-160') });
    assert.equal(state.branch.goal?.key, 'SHOP-142');
    assert.equal(state.branch.goal.reason?.key, 'SHOP-7');
    assert.deepEqual(
      state.branch.also.map(({ key }) => key),
      ['SHOP-160'],
    );
    assert.equal(state.announcement, 'Retry a payment, Urgent');
  });

  it('shows a second item of the same initiative below, and how it was matched when it is read', () => {
    const catalog = catalogOf(...shopGoals(), goal('SHOP-131', { level: 'item', parentKey: 'SHOP-7' }));
    const both = branch(catalog, 'SHOP-131', 'SHOP-142');
    assert.deepEqual(
      goalsState({ catalog, branch: both }).branch.also.map(({ key }) => key),
      ['SHOP-142'],
    );
    const state = stateOf({ catalog, branch: both, reading: { goal: catalog.find('SHOP-142')! } });
    assert.ok(state.kind === 'goal');
    assert.deepEqual(
      state.goal.provenance?.buttons.map(({ action, key }) => [action, key]),
      [
        ['notThisGoal', 'SHOP-142'],
        ['linkBranch', undefined],
      ],
    );
    assert.deepEqual(
      state.goal.buttons.map(({ action }) => action),
      ['showCommits'],
    );
  });

  it('shows a goal that is read, what it is to the branch, and the way back', () => {
    const { catalog } = input();
    const read = (key: string, overrides: Partial<PanelInput> = {}): PanelState =>
      stateOf({ branch: branch(catalog, 'SHOP-142'), reading: { goal: catalog.find(key)! }, ...overrides });
    const other = read('SHOP-160');
    assert.ok(other.kind === 'goal');
    assert.equal(other.back, 'Back to SHOP-142');
    assert.equal(other.goal.key, 'SHOP-160');
    assert.equal(other.goal.provenance, undefined);
    assert.equal(other.goal.lines[0]?.text, 'This branch serves another goal.');
    assert.deepEqual(
      other.goal.buttons.map(({ action, key }) => [action, key]),
      [
        ['linkGoal', 'SHOP-160'],
        ['showCommits', 'SHOP-160'],
      ],
    );
    const above = read('SHOP-7', { reading: { goal: catalog.find('SHOP-7')!, backTo: 'SHOP-160' } });
    assert.ok(above.kind === 'goal');
    assert.equal(above.back, 'Back to SHOP-160');
    assert.equal(above.goal.lines[0]?.text, 'This branch serves it.');
    const nowhere = read('SHOP-7', { branch: { ...branch(catalog), name: undefined } });
    assert.ok(nowhere.kind === 'goal');
    assert.deepEqual([nowhere.back, nowhere.goal.lines], ['Back', []]);
    assert.equal(read('SHOP-142').kind, 'goals');
  });

  it('shows how a second goal of the branch was matched when it is read', () => {
    const { catalog } = input();
    const state = stateOf({
      branch: branch(catalog, 'SHOP-142', 'SHOP-160'),
      reading: { goal: catalog.find('SHOP-160')! },
    });
    assert.ok(state.kind === 'goal');
    assert.deepEqual(state.goal.provenance?.steps, ['Branch name', 'SHOP-160']);
    assert.equal(state.goal.provenance.buttons[0]?.label, 'Not SHOP-160');
  });

  it('hands on what others have to say of the branch', () => {
    const { catalog } = input();
    const line = { icon: 'commit', text: 'The last commit carries no tag.', buttons: [] } as const;
    const of = (...keys: string[]): unknown =>
      goalsState({ branch: { ...branch(catalog, ...keys), lines: [{ ...line, buttons: [] }] } }).branch.lines;
    assert.deepEqual(of('SHOP-142'), [line]);
    assert.deepEqual(of(), [line]);
  });

  it('says that the goal is there and its entry has an error', () => {
    const { catalog } = input();
    const broken = goalsState({
      catalog: new GoalCatalog([{ ...tracker(shopGoals()), badEntries: 1, brokenKeys: ['shop-999'] }]),
      branch: branch(catalog, 'SHOP-999'),
    }).branch.empty;
    assert.match(broken?.text ?? '', /SHOP-999, whose entry in goals\.yaml has an error/);
    assert.deepEqual(
      broken?.buttons.map(({ action, primary }) => [action, primary]),
      [
        ['showProblems', true],
        ['linkBranch', false],
      ],
    );
  });

  it('offers a way out of every empty branch', () => {
    const { catalog } = input();
    const empty = (overrides: Partial<NonNullable<PanelInput['branch']>>): GoalsState['branch']['empty'] =>
      goalsState({ branch: { ...branch(catalog), ...overrides } }).branch.empty;
    assert.equal(empty({})?.buttons[0]?.action, 'linkBranch');
    assert.match(empty({ name: undefined })?.text ?? '', /HEAD is detached/);
    const unknown = branch(catalog, 'SHOP-999');
    const file = empty({ served: unknown.served });
    // Not "names": one linked by hand stands in no name.
    assert.match(file?.text ?? '', /^The branch refers to SHOP-999, which is not in the goals file/);
    assert.deepEqual(file?.buttons[1], { label: 'Add SHOP-999…', action: 'addGoal', key: 'SHOP-999' });
    const { id, name, phase, goals, badEntries } = tracker(shopGoals());
    const remote = { id, name, phase, goals, badEntries };
    const nowhere = goalsState({
      catalog: new GoalCatalog([remote]),
      branch: { ...branch(catalog), served: unknown.served },
    }).branch.empty;
    assert.match(nowhere?.text ?? '', /SHOP-999, which no tracker has/);
    assert.equal(nowhere?.buttons[1]?.action, 'checkPriorities');
    const rejected = empty({ choices: { rejected: ['SHOP-142'] } });
    assert.deepEqual(rejected?.buttons[1], {
      label: 'Link SHOP-142 Again',
      action: 'linkGoal',
      key: 'SHOP-142',
    });
    assert.match(goalsState({}).branch.empty?.title ?? '', /No git repository/);
  });

  it('has a state of its own for no folder, no goals, loading and a file that cannot be used', () => {
    const none = new GoalCatalog([]);
    assert.equal(stateOf({ hasFolder: false }).kind, 'noFolder');
    assert.equal(stateOf({ catalog: none }).kind, 'noTracker');
    assert.equal(stateOf({ catalog: none, isReady: false }).kind, 'loading');
    assert.equal(stateOf({ isReady: false }).kind, 'loading');
    const fault = { kind: 'invalid', message: 'Line 3 is not YAML.' } as const;
    const failed = new GoalCatalog([tracker([], { phase: 'failed', fault })]);
    const state = stateOf({ catalog: failed });
    assert.ok(state.kind === 'error' && state.text === 'Line 3 is not YAML.');
  });

  it('keeps showing the last goals, with their age, while a tracker fails', () => {
    const noticeFor = (
      fault: NonNullable<ReturnType<typeof tracker>['fault']>,
    ): GoalsState['notices'][number] | undefined => {
      const asOf = textOptions.now - 3 * 3_600_000;
      const catalog = new GoalCatalog([tracker(shopGoals(), { name: 'Shop', phase: 'failed', fault, asOf })]);
      return goalsState({ catalog, branch: branch(catalog, 'SHOP-142') }).notices[0];
    };
    assert.equal(
      noticeFor({ kind: 'offline', message: 'The address was not found.' })?.text,
      'Shop is offline. Last read 3 hours ago. The address was not found.',
    );
    assert.equal(noticeFor({ kind: 'invalid', message: 'Line 3.' })?.severity, 'error');
  });

  it('tells of bad entries, and of a second key that no tracker has', () => {
    const catalog = new GoalCatalog([tracker(shopGoals(), { badEntries: 2 })]);
    const { notices } = goalsState({ catalog, branch: branch(catalog, 'SHOP-142', 'SHOP-999') });
    assert.deepEqual(
      notices.map(({ buttons: [button] }) => button?.action),
      ['showProblems', undefined],
    );
    assert.equal(notices[0]?.text, '2 entries in goals.yaml have errors.');
  });

  it('says in Restricted Mode that the branch is not read, not that there is none', () => {
    const { branch: shown, notices } = goalsState({ isTrusted: false });
    assert.deepEqual([shown.name, shown.empty?.title], ['Branch not read', 'Restricted Mode']);
    assert.deepEqual(
      shown.empty?.buttons.map(({ action }) => action),
      ['manageTrust', 'checkPriorities'],
    );
    assert.deepEqual(notices, []);
  });
});
