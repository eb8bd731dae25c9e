import assert from 'node:assert/strict';
import type { GoalCatalog } from '../../../src/core/catalog/goalCatalog';
import type { Goal } from '../../../src/core/goal/goal';
import { servedGoals } from '../../../src/core/links/servedGoals';
import { goalSheetSchema, type GoalSheet } from '../../../src/panel/contract/goalSheet';
import { goalSheet, type SheetSource } from '../../../src/panel/goalSheet';
import type { HistoryText } from '../../../src/presentation/historyText';
import { catalogOf, customers, goal, shopGoals, textOptions } from '../../support/builders';

function sheet(catalog: GoalCatalog, key: string, more: Partial<SheetSource> = {}): GoalSheet {
  const made = goalSheet(catalog.find(key)!, { catalog, options: textOptions, ...more });
  assert.deepEqual(goalSheetSchema.parse(made), made);
  return made;
}

describe('goalSheet', () => {
  it('says of an item whose priority, impact and date it shows', () => {
    const made = sheet(catalogOf(...shopGoals()), 'SHOP-142');
    assert.deepEqual(made.priority, { rank: 1, short: 'P1', label: 'Urgent', from: 'SHOP-7' });
    assert.deepEqual(made.impactLine, { text: '38 customers', from: 'SHOP-7' });
    assert.equal(made.impact?.from, 'SHOP-7');
    assert.deepEqual(made.due, { text: 'in 20 days', date: 'Dec 12', pressing: false, from: 'SHOP-7' });
    assert.equal(made.status, undefined);
  });

  it('says nothing of where a goal’s own values come from', () => {
    const made = sheet(catalogOf(...shopGoals()), 'SHOP-7');
    assert.deepEqual(
      [made.priority.from, made.impactLine?.from, made.due?.from, made.reason],
      [undefined, undefined, undefined, undefined],
    );
  });

  it('gives the initiative as the reason, with its own state', () => {
    const { reason } = sheet(catalogOf(...shopGoals()), 'SHOP-142');
    assert.equal(reason?.title, 'Checkout that never loses a cart');
    assert.deepEqual(reason.health, { label: 'At risk', value: 'atRisk' });
    assert.equal(reason.due?.from, undefined);
    assert.equal(reason.hasUrl, true);
  });

  it('shows the way from the top down, ending here, and none where there is nothing above', () => {
    const catalog = catalogOf(...shopGoals());
    assert.deepEqual(
      sheet(catalog, 'SHOP-142').chain.map(({ key }) => key),
      ['OBJ-1', 'SHOP-7', 'SHOP-51', 'SHOP-142'],
    );
    assert.deepEqual(sheet(catalog, 'SHOP-160').chain, []);
  });

  it('tells how the branch was matched, and offers to take off what the branch names', () => {
    const catalog = catalogOf(...shopGoals());
    const link = { key: 'SHOP-142', provenance: { kind: 'branchName', text: 'SHOP-142' } } as const;
    const [served] = servedGoals([link], catalog).goals;
    const { provenance } = sheet(catalog, 'SHOP-142', { served });
    assert.deepEqual(provenance?.steps, ['Branch name', 'SHOP-142', 'SHOP-51', 'SHOP-7']);
    assert.deepEqual(provenance.buttons[0], {
      label: 'Not SHOP-142',
      action: 'notThisGoal',
      key: 'SHOP-142',
    });
  });

  it('groups what is waited for by whose it is: open goals, each once', () => {
    const done = { name: 'Done', category: 'done' } as const;
    const catalog = catalogOf(
      goal('A-1', { blockedByKeys: ['B-1', 'B-2', 'B-9'], blocksKeys: ['B-3'] }),
      goal('A-2', { level: 'item', parentKey: 'A-1', blockedByKeys: ['B-1'], blocksKeys: ['B-4', 'A-1'] }),
      goal('B-1', { health: 'offTrack', targetDate: '2026-11-14' }),
      goal('B-2', { status: done }),
      goal('B-3', { priority: { rank: 2, label: 'High' }, status: { name: 'Planned', category: 'planned' } }),
      goal('B-4', { status: done }),
    );
    const { whyNow } = sheet(catalog, 'A-2');
    assert.deepEqual(
      whyNow.map(({ title, goals }) => [title, goals.map(({ key }) => key)]),
      [
        ['A-2 waits for', ['B-1']],
        ['Waits for A-1', ['B-3']],
      ],
    );
    assert.deepEqual(whyNow[0]?.goals[0]?.notes, [
      { text: 'Off track' },
      { text: '8 days overdue', strong: true },
    ]);
    assert.deepEqual(whyNow[1]?.goals[0]?.notes, [{ text: 'Planned' }]);
    assert.equal(whyNow[1].goals[0].priorityLabel, 'P2');
  });

  it('says of a row whose priority it is', () => {
    const catalog = catalogOf(
      goal('A-1', { priority: { rank: 1, label: 'Urgent' } }),
      goal('A-2', { level: 'item', parentKey: 'A-1', blockedByKeys: ['A-3'] }),
      goal('A-3', { level: 'item', parentKey: 'A-1' }),
    );
    assert.deepEqual(sheet(catalog, 'A-2').whyNow[0]?.goals[0]?.notes, [{ text: 'P1 from A-1' }]);
  });

  it('measures a metric from its baseline to its target, in either direction, and says its unit once', () => {
    const metrics = [
      { name: 'down', unit: '%', baseline: 7.5, current: 5, target: 2.5 },
      { name: 'past', baseline: 0, current: 12, target: 10 },
      { name: 'back', baseline: 5, current: 4, target: 10 },
      { name: 'flat', baseline: 5, current: 5, target: 5 },
      { name: 'open', current: 5, unit: 'ms' },
      { name: 'large', baseline: 1_000_000, current: 1_530_000, target: 9_000_000, unit: 'per second' },
    ];
    const { metrics: shown } = sheet(catalogOf(goal('A-1', { metrics })), 'A-1');
    assert.deepEqual(
      shown?.list.map(({ fraction }) => fraction?.toFixed(2)),
      ['0.50', '1.00', '0.00', undefined, undefined, '0.07'],
    );
    assert.deepEqual(
      shown.list.map(({ steps }) => steps.map(({ text }) => text).join(' ')),
      ['7.5 5 2.5%', '0 12 10', '5 4 10', '5 5 5', '5 ms', '1M 1.5M 9M per second'],
    );
  });

  it('takes metrics from the nearest goal above that has some, and says so', () => {
    const metrics = [{ name: 'm', current: 1 }];
    const catalog = catalogOf(goal('A-1', { metrics }), goal('A-2', { level: 'item', parentKey: 'A-1' }));
    assert.equal(sheet(catalog, 'A-2').metrics?.from, 'A-1');
    assert.equal(sheet(catalog, 'A-1').metrics?.from, undefined);
  });

  it('shows the goal’s own history, and its initiative’s where it has none, and says which', () => {
    const catalog = catalogOf(...shopGoals());
    const text = (subject: string): HistoryText => ({
      commits: [{ sha: 'a'.repeat(40), subject, when: 'today', age: '0d' }],
      files: [],
    });
    const none: HistoryText = { commits: [], files: [] };
    const shown = (historyOf: (goal: Goal) => HistoryText | undefined): unknown => {
      const { history } = sheet(catalog, 'SHOP-142', { historyOf });
      return history && [history.note, history.commits[0]?.subject, history.showAll.key];
    };
    assert.equal(
      shown(() => undefined),
      undefined,
    );
    assert.deepEqual(
      shown(({ key }) => text(key)),
      ['for SHOP-142', 'SHOP-142', 'SHOP-142'],
    );
    assert.deepEqual(
      shown(({ key }) => (key === 'SHOP-7' ? text(key) : none)),
      ['for SHOP-7', 'SHOP-7', 'SHOP-7'],
    );
  });

  it('says that a goal, or one above it, is closed', () => {
    const dropped = { name: 'Won’t do', category: 'dropped' } as const;
    const catalog = catalogOf(
      goal('A-1', { status: dropped }),
      goal('A-2', { level: 'item', parentKey: 'A-1' }),
    );
    const said = (key: string): string[] => sheet(catalog, key).lines.map(({ text }) => text);
    assert.deepEqual(said('A-1'), ['A-1 is closed: Won’t do.']);
    assert.deepEqual(said('A-2'), ['A-1 above it is closed: Won’t do.']);
  });

  it('writes large figures short, with the exact one at hand, and puts figures before words', () => {
    const impact = {
      ...customers(123_456_789),
      severity: { value: 'High', field: 'Severity' },
      score: { value: 99.5, field: 'Score' },
    };
    const { impact: shown, impactLine } = sheet(catalogOf(goal('A-1', { impact })), 'A-1');
    assert.deepEqual(
      shown?.facts.map(({ kind, value }) => [kind, value]),
      [
        ['customers', '123.5M'],
        ['score', '99.5'],
        ['severity', 'High'],
      ],
    );
    assert.equal(shown.facts[0]?.detail, '123,456,789');
    assert.equal(impactLine?.text, '123.5M customers');
  });

  it('keeps a period as it is spelled, until it is over', () => {
    const due = (targetDate: string, targetLabel?: string): GoalSheet['due'] =>
      sheet(catalogOf(goal('A-1', { targetDate, ...(targetLabel && { targetLabel }) })), 'A-1').due;
    assert.deepEqual(due('2026-12-31', '2026-Q4'), { text: '2026-Q4', pressing: false });
    assert.deepEqual(due('2026-09-30', '2026-Q3'), {
      text: '53 days overdue',
      date: '2026-Q3',
      pressing: true,
    });
    assert.deepEqual(due('2026-11-28'), { text: 'in 6 days', date: 'Nov 28', pressing: true });
    assert.equal(due('2027-03-01')?.date, 'Mar 1, 2027');
  });
});
