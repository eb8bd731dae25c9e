import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { Goal, Rank } from '../../../../src/core/goal/goal';
import type { GoalScopes } from '../../../../src/core/views/goalScopes';
import { goalView } from '../../../../src/core/views/goalView';
import { openGoals } from '../../../../src/core/views/ranking';
import { GoalList, maxListed, type ListRow } from '../../../../src/presentation/goalList/goalList';
import { goalTexts, groupText, otherTexts } from '../../../../src/presentation/goalList/rowTexts';
import { catalogOf, goal, shopGoals, textOptions, tracker } from '../../../support/builders';

const rank = (of: Rank) => ({ priority: { rank: of, label: `P${of}` } });
const done = { status: { name: 'Done', category: 'done' } } as const;

function listOf(
  goals: readonly Goal[],
  {
    current = [],
    isCurrentLast = false,
    offered = [],
    scopes = {},
  }: { current?: string[]; isCurrentLast?: boolean; offered?: string[]; scopes?: GoalScopes } = {},
) {
  const catalog = new GoalCatalog([tracker(goals)]);
  const found = (keys: readonly string[]) => new Set(keys.map((key) => catalog.find(key)!));
  return new GoalList({
    open: openGoals(goals, catalog),
    closed: () => goals.map((each) => goalView(each, catalog)).filter(({ isClosed }) => isClosed),
    current: found(current),
    isCurrentLast,
    offered: found(offered),
    scopes,
    text: textOptions,
  });
}

const short = (rows: readonly ListRow[]): (string | number)[] =>
  rows.map((row) =>
    row.kind === 'heading' ? row.group : row.kind === 'goal' ? row.view.goal.key : row.kind,
  );

describe('the list of goals', () => {
  const goals = [
    goal('A-1', { ...rank(2), title: 'Keep people signed in', owner: { name: 'Ana Ruíz' } }),
    goal('A-2', { title: 'Login page in one colour', labels: ['design'] }),
    goal('A-3', { ...rank(1), title: 'A faster login', status: { name: 'In review', category: 'active' } }),
    goal('A-4', {
      ...rank(3),
      level: 'epic',
      title: 'Export',
      impact: { customerNames: { value: ['Nordlicht Hotels'], field: 'customers' } },
    }),
    goal('A-5', { ...done, title: 'Loyalty points' }),
  ];

  it('groups by priority, with what the person works on first', () => {
    assert.deepEqual(short(listOf(goals).rows('')), [1, 'A-3', 2, 'A-1', 3, 'A-4', 0, 'A-2']);
    assert.deepEqual(short(listOf(goals, { current: ['A-4'] }).rows('')), [
      ...['current', 'A-4', 1, 'A-3', 2, 'A-1'],
      ...[0, 'A-2'],
    ]);
  });

  it('has what the person works on last where something else is to be begun', () => {
    const list = listOf(goals, { current: ['A-3'], isCurrentLast: true });
    assert.deepEqual(short(list.rows('')), [2, 'A-1', 3, 'A-4', 0, 'A-2', 'current', 'A-3']);
    assert.deepEqual(short(list.rows('login')), [1, 'A-3', 0, 'A-2']);
  });

  it('keeps the order of priority while a person types, current goals included', () => {
    const list = listOf(goals, { current: ['A-2'] });
    assert.deepEqual(short(list.rows('in')), [1, 'A-3', 2, 'A-1', 0, 'A-2']);
    assert.deepEqual(short(list.rows('login')), [1, 'A-3', 0, 'A-2']);
  });

  it('finds by key, owner, label, level, status, priority and customer, whatever the case, marks and order', () => {
    const list = listOf(goals);
    const found = (query: string) => short(list.rows(query)).filter((each) => String(each).startsWith('A-'));
    assert.deepEqual(found('a-4'), ['A-4']);
    assert.deepEqual(found('a4'), ['A-4']);
    assert.deepEqual(found('RUIZ ana'), ['A-1']);
    assert.deepEqual(found('design'), ['A-2']);
    assert.deepEqual(found('epic'), ['A-4']);
    assert.deepEqual(found('in review'), ['A-3']);
    assert.deepEqual(found('p3'), ['A-4']);
    assert.deepEqual(found('nordlicht'), ['A-4']);
    assert.deepEqual(found('login p1'), ['A-3']);
  });

  it('offers closed goals where no open one matches, and shows them when asked to', () => {
    const list = listOf(goals);
    const rows = list.rows('loyalty');
    assert.deepEqual(short(rows), ['closed']);
    const [row] = rows;
    assert.ok(row?.kind === 'closed');
    assert.deepEqual(otherTexts(row, 'loyalty', 'all', textOptions), {
      label: 'Show 1 closed goal',
      detail: 'Nothing open matches “loyalty”. Loyalty points (A-5): Done.',
    });
    list.showsClosed = true;
    assert.deepEqual(short(list.rows('loyalty')), ['closed', 'A-5']);
    assert.equal(short(list.rows('')).at(-1), 'A-5');
  });

  it('says what an empty result means', () => {
    const list = listOf(goals);
    const rows = list.rows('nowhere');
    assert.deepEqual(short(rows), ['nothing']);
    const [row] = rows;
    assert.ok(row?.kind === 'nothing');
    assert.equal(otherTexts(row, 'nowhere', 'all', textOptions).label, 'No goal matches “nowhere”');
    assert.deepEqual(short(listOf([]).rows('')), ['nothing']);
  });

  it('shows the goals of the person or the team, and the way back to all where there are none', () => {
    const list = listOf(goals, {
      scopes: { mine: ({ owner }) => owner?.name === 'Ana Ruíz', team: () => false },
    });
    assert.deepEqual(short(list.rows('')), ['mine', 'A-1', 1, 'A-3', 3, 'A-4', 0, 'A-2']);
    list.scope = 'mine';
    assert.deepEqual(short(list.rows('')), [2, 'A-1']);
    assert.deepEqual(short(list.rows('login')), ['nothing']);
    list.scope = 'team';
    const [row] = list.rows('');
    assert.ok(row?.kind === 'nothing');
    assert.deepEqual(otherTexts(row, '', 'team', textOptions), {
      label: 'Show all goals',
      detail: 'None of them is your team’s.',
    });
  });

  describe('with objectives', () => {
    const withObjectives = [
      goal('O-1', { level: 'objective', title: 'Win retail', ...rank(2) }),
      goal('O-2', { level: 'objective', title: 'Win hotels', ...rank(1) }),
      goal('O-3', { level: 'objective', title: 'Win trains', ...done }),
      goal('A-1', { ...rank(3), parentKey: 'O-1', title: 'Win back carts' }),
      goal('A-2', { ...rank(1), title: 'Export' }),
    ];

    it('leaves them out until something is typed', () =>
      assert.deepEqual(short(listOf(withObjectives).rows('')), [1, 'A-2', 3, 'A-1']));

    it('finds the open ones by level, key and title, after the others and in their order of priority', () => {
      const list = listOf(withObjectives);
      assert.deepEqual(short(list.rows('objective')), ['objectives', 'O-2', 'O-1']);
      assert.deepEqual(short(list.rows('O-1')), ['objectives', 'O-1']);
      assert.deepEqual(short(list.rows('win retail')), ['objectives', 'O-1']);
      assert.deepEqual(short(list.rows('win')), [3, 'A-1', 'objectives', 'O-2', 'O-1']);
      assert.deepEqual(short(list.rows('')), [1, 'A-2', 3, 'A-1'], 'out again once nothing is typed');
      assert.equal(groupText('objectives'), 'Objectives');
    });

    it('has those that the person is at, so that they can be left, and those that may be meant', () => {
      const list = listOf(withObjectives, { current: ['O-1'], offered: ['O-2'] });
      assert.deepEqual(short(list.rows('')), ['current', 'O-1', 'offered', 'O-2', 1, 'A-2', 3, 'A-1']);
    });

    it('has them rather than saying that nothing is open', () => {
      assert.deepEqual(short(listOf(withObjectives.slice(0, 3)).rows('')), ['objectives', 'O-2', 'O-1']);
      const mine = listOf(withObjectives, { scopes: { mine: ({ key }) => key === 'O-1' } });
      mine.scope = 'mine';
      assert.deepEqual(short(mine.rows('')), ['objectives', 'O-1']);
      assert.deepEqual(short(mine.rows('win')), ['objectives', 'O-1']);
    });

    it('lists no more with them than a person reads, and the others first', () => {
      const many = Array.from({ length: maxListed + 1 }, (_, at) => goal(`M-${at}`, { title: 'Win it' }));
      const rows = listOf([...withObjectives, ...many]).rows('win');
      assert.ok(!short(rows).includes('O-1'));
      assert.deepEqual(rows.at(-1), { kind: 'more', count: 4 });
    });
  });

  it('looks at each of 50,000 goals once, then only at those that matched, and lists no more than a person reads', () => {
    const many = Array.from({ length: 50_000 }, (_, at) =>
      goal(`M-${at}`, {
        ...rank(((at % 4) + 1) as Rank),
        level: at % 1000 === 0 ? 'objective' : 'initiative',
        title: `Goal ${at % 100 === 0 ? 'login' : 'other'} ${at}`,
      }),
    );
    const list = listOf(many);
    const rows = list.rows('');
    const steps = (): number => list.steps;
    assert.equal(steps(), 0, 'nothing is searched before something is typed');
    assert.equal(rows.filter(({ kind }) => kind === 'goal').length, maxListed);
    assert.deepEqual(rows.at(-1), { kind: 'more', count: 50_000 - 50 - maxListed });
    list.rows('l');
    assert.equal(steps(), 50_000);
    list.rows('log');
    const afterLog = steps();
    list.rows('logi');
    assert.equal(steps(), afterLog + 500, 'only what matched is looked at again');
  });
});

describe('the texts of a goal in a list', () => {
  const catalog = catalogOf(...shopGoals());
  const texts = (key: string, mark?: string) =>
    goalTexts(goalView(catalog.find(key)!, catalog), mark, textOptions);

  it('are priority and title, key and level, and the reason', () => {
    assert.deepEqual(texts('SHOP-7'), {
      label: 'P1 Checkout that never loses a cart',
      description: 'SHOP-7 · Initiative',
      detail: '38 customers · At risk · due in 20 days',
    });
    assert.deepEqual(texts('SHOP-142', 'you are here'), {
      label: 'P1 Retry a payment',
      description: 'SHOP-142',
      detail: 'You are here · P1 from SHOP-7 · 38 customers from SHOP-7 · due in 20 days from SHOP-7',
    });
    assert.equal(texts('SHOP-160').detail, 'No impact and no target date recorded');
  });
});
