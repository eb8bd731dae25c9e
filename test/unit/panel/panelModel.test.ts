import assert from 'node:assert/strict';
import type { Goal } from '../../../src/core/goal/goal';
import { GoalCatalog } from '../../../src/core/catalog/goalCatalog';
import { nothingServed, servedGoals } from '../../../src/core/links/servedGoals';
import { panelState, type PanelInput } from '../../../src/panel/panelModel';
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
  it('shows the initiative that the branch’s item serves', () => {
    const { catalog } = input();
    const [card] = goalsState({ branch: branch(catalog, 'SHOP-142') }).branch.goals;
    assert.equal(card?.key, 'SHOP-7');
    assert.deepEqual(card.priority, { rank: 1, short: 'P1', label: 'Urgent' });
    assert.deepEqual(
      card.via.map(({ key }) => key),
      ['SHOP-51', 'SHOP-142'],
    );
    assert.deepEqual(
      card.chain.map(({ key }) => key),
      ['OBJ-1'],
    );
    assert.equal(card.linkKey, 'SHOP-142');
    assert.equal(card.canReject, true);
    assert.equal(card.impact?.facts[0]?.value, '38');
    assert.deepEqual(card.target, { date: 'Dec 12, 2026', relative: 'in 20 days', urgency: 'later' });
  });

  it('shows the history of a goal once it is read', () => {
    const { catalog } = input();
    const history = { commits: [{ sha: 'a'.repeat(40), subject: 'Retry', when: 'today' }], files: [] };
    const shown = (historyOf: PanelInput['historyOf']): unknown =>
      goalsState({ branch: branch(catalog, 'SHOP-142'), ...(historyOf && { historyOf }) }).branch.goals[0]
        ?.history;
    assert.equal(shown(undefined), undefined);
    assert.deepEqual(
      shown(() => history),
      history,
    );
  });

  it('says whose priority and impact are inherited', () => {
    const catalog = catalogOf(
      goal('OBJ-1', { level: 'objective', title: 'Trust', priority: { rank: 2, label: 'High' } }),
      goal('SHOP-7', { parentKey: 'OBJ-1' }),
    );
    const [card] = goalsState({ catalog, branch: branch(catalog, 'SHOP-7') }).branch.goals;
    assert.deepEqual(card?.priority, { rank: 2, short: 'P2', label: 'High', inherited: 'from OBJ-1 Trust' });
    assert.equal(card.impact, undefined);
  });

  it('offers a way out of every empty branch', () => {
    const { catalog } = input();
    const empty = (overrides: Partial<NonNullable<PanelInput['branch']>>): GoalsState['branch']['empty'] =>
      goalsState({ branch: { ...branch(catalog), ...overrides } }).branch.empty;
    assert.equal(empty({})?.buttons[0]?.action, 'linkBranch');
    assert.match(empty({ name: undefined })?.text ?? '', /HEAD is detached/);
    const unknown = branch(catalog, 'SHOP-999');
    assert.match(empty({ served: unknown.served })?.text ?? '', /SHOP-999, which no tracker has/);
    const rejected = empty({ choices: { rejected: ['SHOP-142'] } });
    assert.deepEqual(rejected?.buttons[1], {
      label: 'Link SHOP-142 Again',
      action: 'linkGoal',
      key: 'SHOP-142',
    });
    assert.match(goalsState({}).branch.empty?.title ?? '', /No git repository/);
  });

  it('shows the file’s goals without offering to take them off the branch', () => {
    const { catalog } = input();
    const { served } = branch(catalog, 'SHOP-160');
    const { file } = goalsState({ file: { path: 'src/search/query.ts', served, isReading: false } });
    assert.deepEqual([file?.folder, file?.name, file?.reading], ['src/search', 'query.ts', false]);
    assert.deepEqual(
      file?.goals.map(({ ref, card }) => [ref.key, card.canReject]),
      [['SHOP-160', false]],
    );
  });

  it('says that a file has no goals only when its history is read', () => {
    const file = { path: 'top.ts', served: nothingServed };
    assert.equal(goalsState({ file: { ...file, isReading: true } }).file?.empty, undefined);
    assert.match(goalsState({ file: { ...file, isReading: false } }).file?.empty ?? '', /ties this file/);
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

  it('tells of bad entries, of Restricted Mode, and of a second key that no tracker has', () => {
    const catalog = new GoalCatalog([tracker(shopGoals(), { badEntries: 2 })]);
    const { notices } = goalsState({
      catalog,
      isTrusted: false,
      branch: branch(catalog, 'SHOP-142', 'SHOP-999'),
    });
    assert.deepEqual(
      notices.map(({ buttons: [button] }) => button?.action),
      ['showProblems', 'manageTrust', undefined],
    );
    assert.equal(notices[0]?.text, '2 entries in goals.yaml have errors.');
  });

  it('leaves out relations to goals that the tracker does not have', () => {
    const goals: Goal[] = [goal('A-1', { blockedByKeys: ['A-2', 'A-9'], blocksKeys: ['A-9'] }), goal('A-2')];
    const catalog = catalogOf(...goals);
    const [card] = goalsState({ catalog, branch: branch(catalog, 'A-1') }).branch.goals;
    assert.deepEqual([card?.blockedBy.map(({ key }) => key), card?.blocks], [['A-2'], []]);
  });

  it('measures a metric from its baseline to its target, in either direction', () => {
    const metrics = [
      { name: 'down', unit: '%', baseline: 7.5, current: 5, target: 2.5 },
      { name: 'past', baseline: 0, current: 12, target: 10 },
      { name: 'back', baseline: 5, current: 4, target: 10 },
      { name: 'flat', baseline: 5, current: 5, target: 5 },
      { name: 'open', current: 5, unit: 'ms' },
    ];
    const catalog = catalogOf(goal('A-1', { metrics }));
    const [card] = goalsState({ catalog, branch: branch(catalog, 'A-1') }).branch.goals;
    assert.deepEqual(
      card?.metrics.map(({ fraction }) => fraction),
      [0.5, 1, 0, undefined, undefined],
    );
    assert.deepEqual([card.metrics[0]?.current, card.metrics[4]?.current], ['5%', '5 ms']);
  });
});
