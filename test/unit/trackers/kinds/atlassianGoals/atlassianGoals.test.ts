import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../../src/core/catalog/goalCatalog';
import { atlassianGoal } from '../../../../../src/trackers/kinds/atlassianGoals/atlassianGoal';
import { goalSchema } from '../../../../../src/trackers/kinds/atlassianGoals/goalsSchemas';
import { connection } from '../../support/connect';
import { assertValidGoal } from '../../support/validGoal';
import { checkout, retention } from './goalsSite';

const setting = connection({
  kind: 'atlassianGoals',
  url: 'https://acme.atlassian.net',
  user: 'ana@shop.example',
  levels: { Bet: 'epic' },
});
const read = (goal: object) => {
  const made = atlassianGoal(goalSchema.parse(goal), { connection: setting, me: 'ana' });
  if (made) assertValidGoal(made);
  return made;
};
const typed = (value: string) => ({
  goalType: { name: { __typename: 'TownsquareGoalTypeCustomName', value } },
});

describe('A goal of Atlassian’s', () => {
  it('becomes one of ours, with its metrics', () => {
    assert.deepEqual(read(retention), {
      id: retention.id,
      trackerId: setting.id,
      key: 'ACME-12',
      title: 'Keep our customers',
      level: 'objective',
      description: 'Nobody leaves because of us.',
      status: { name: 'At risk', category: 'active' },
      health: 'atRisk',
      owner: { name: 'Priya Nair' },
      targetDate: '2026-12-31',
      targetLabel: '2026-Q4',
      progress: 0.42,
      metrics: [{ name: 'Churn', unit: '%', baseline: 12, current: 8.5, target: 5 }],
      blockedByKeys: [],
      blocksKeys: [],
      labels: ['growth'],
      url: retention.url,
      updatedAt: '2026-11-20T10:00:00.000Z',
    });
  });

  it('is mine, below another, and above the issues that contribute to it', () => {
    const goal = read(checkout);
    assert.equal(goal?.mine, 'me');
    assert.equal(goal.level, 'initiative');
    assert.equal(goal.parentKey, 'ACME-12');
    assert.deepEqual(goal.status, { name: 'On track', category: 'active' });
    assert.deepEqual(goal.covers, [
      'https://acme.atlassian.net/browse/SHOP-120',
      'https://acme.atlassian.net/browse/SHOP-121',
    ]);
  });

  it('has its level by the type that the site gave it, where it is more than a goal', () => {
    const levels = [
      typed('Bet'),
      typed('Key Result'),
      typed('Wette'),
      typed('Objective'),
      { goalType: null },
    ];
    assert.deepEqual(
      levels.map((type) => read({ ...checkout, ...type })?.level),
      ['epic', 'initiative', 'initiative', 'objective', 'initiative'],
    );
  });

  it('has a target that is a day, a month or a quarter, wherever the site is', () => {
    const target = (confidence: string, start: string | null, end: string | null) =>
      read({ ...retention, targetDate: { confidence, dateRange: { start, end } } })?.targetDate;
    assert.equal(target('DAY', '2026-12-12T00:00:00Z', '2026-12-12T23:59:59Z'), '2026-12-12');
    assert.equal(target('DAY', null, '2026-12-12T00:00:00Z'), '2026-12-12');
    for (const hours of [-11, 0, 14]) {
      const at = (time: string) => new Date(Date.parse(time) - hours * 3_600_000).toISOString();
      assert.equal(target('MONTH', at('2026-11-01T00:00:00Z'), at('2026-11-30T00:00:00Z')), '2026-11-30');
      assert.equal(target('QUARTER', at('2026-10-01T00:00:00Z'), at('2026-12-31T23:59:59Z')), '2026-12-31');
    }
    assert.equal(target('DAY', null, null), undefined);
  });

  it('has a status of every kind; one that was put away is over', () => {
    const status = (value: string, more: object = {}) =>
      read({ ...retention, status: { value }, ...more })?.status?.category;
    assert.deepEqual(
      ['pending', 'on_track', 'off_track', 'paused', 'done', 'cancelled', 'something_new'].map((value) =>
        status(value),
      ),
      ['planned', 'active', 'active', 'blocked', 'done', 'dropped', 'planned'],
    );
    assert.equal(status('on_track', { isArchived: true }), 'dropped');
    assert.equal(status('done', { isArchived: true }), 'done');
  });

  it('has no progress where Atlassian measures none, and money in its own currency', () => {
    const metric = { name: 'Revenue', type: 'CURRENCY', subType: 'EUR' };
    const goal = read({
      ...retention,
      progress: { type: 'NONE', percentage: 0 },
      metricTargets: {
        edges: [{ node: { targetValue: 9, snapshotValue: { value: 3 }, metric } }, { node: null }],
      },
    });
    assert.equal(goal?.progress, undefined);
    assert.deepEqual(goal?.metrics, [{ name: 'Revenue', unit: 'EUR', current: 3, target: 9 }]);
  });

  it('is above the epic of Jira that contributes to it, also where a key of its own is the same', () => {
    const own = read({
      ...retention,
      id: 'other',
      key: 'SHOP-120',
      name: 'A goal that happens to have this key',
    });
    const jira = connection({ kind: 'jira', url: 'https://acme.atlassian.net', user: 'ana@shop.example' });
    const epic = {
      id: '10',
      trackerId: jira.id,
      key: 'SHOP-120',
      title: 'Retry a payment',
      level: 'epic' as const,
      url: 'https://acme.atlassian.net/browse/SHOP-120',
      metrics: [],
      blockedByKeys: [],
      blocksKeys: [],
      labels: [],
    };
    const goals = [read(retention)!, read(checkout)!, own!];
    const catalog = new GoalCatalog([
      { id: jira.id, name: 'Jira', goals: [epic] },
      { id: setting.id, name: 'Atlassian Goals', goals },
    ] as never);
    assert.deepEqual(
      catalog.relations.parents(epic).map(({ key }) => key),
      ['ACME-31'],
    );
  });
});
