import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { briefFields, briefTokens } from '../../../../src/core/brief/fitBrief';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { Goal } from '../../../../src/core/goal/goal';
import { servedGoals, type ServedGoal } from '../../../../src/core/links/servedGoals';
import { goalView } from '../../../../src/core/views/goalView';
import { goalBrief, type Brief } from '../../../../src/presentation/brief/goalBrief';
import { goal, textOptions, tracker } from '../../../support/builders';
import { injections } from '../../agents/injections';
import { assertPlain, assertQuoted, textsIn } from '../../agents/quoted';
import { tokensOf } from '../../core/brief/tokens';

const random = (): string => randomBytes(4).toString('hex');

function briefOf(
  goals: readonly Goal[],
  key: string,
  tokens?: number,
  unknown: readonly string[] = [],
): Brief {
  const catalog = new GoalCatalog([tracker(goals)]);
  const linked = catalog.find(key)!;
  const link = { key, provenance: { kind: 'branchName', text: key } } as const;
  const served: ServedGoal = { goal: goalView(linked, catalog).initiative, linked, link };
  const others = goals.filter((each) => each.level === 'initiative' && each !== served.goal);
  return goalBrief(
    { served, others: others.map((each) => ({ goal: each, linked: each, link })), unknown },
    catalog,
    textOptions,
    { tokens, random },
  );
}

const small: readonly Goal[] = [
  goal('SHOP-7', {
    title: 'Checkout that never loses a cart',
    description: 'A cart is half an hour of work.\n\n## Out of scope\n- Guest checkout',
    status: { name: 'In delivery', category: 'active' },
    health: 'atRisk',
    progress: 0.62,
    priority: { rank: 1, label: 'Blocker' },
    impact: {
      customers: { value: 38, field: 'c' },
      customerNames: { value: ['Globex'], field: 'n' },
      revenue: { value: { amount: 420_000, currency: 'EUR' }, field: 'r' },
    },
    targetDate: '2026-12-12',
    metrics: [{ name: 'Lost carts', unit: '%', baseline: 7.4, current: 4.9, target: 2 }],
    url: 'https://tracker.example/SHOP-7',
    owner: { name: 'Priya', email: 'priya@shop.example' },
  }),
  goal('SHOP-142', {
    title: 'Retry a payment',
    level: 'item',
    parentKey: 'SHOP-7',
    acceptance: ['Three tries at most', 'Nobody pays twice'],
    blockedByKeys: ['PAY-3'],
  }),
  goal('PAY-3', { title: 'New gateway', status: { name: 'Waiting', category: 'blocked' } }),
];

describe('goalBrief', function () {
  this.timeout(30_000);

  it('says everything in its order', () => {
    const { text, record } = briefOf(small, 'SHOP-142', undefined, ['OLD-1']);
    assert.deepEqual(text.split('\n').slice(1, -2), [
      'Goal: SHOP-7 Checkout that never loses a cart (Initiative)',
      'Status: In delivery, At risk, 62%',
      'Priority: P1 Urgent',
      'Why: A cart is half an hour of work.',
      'For: 38 customers, €250–500K revenue at stake',
      'Due: Dec 12, 2026, in 20 days',
      'Measure: Lost carts: now 4.9 %, target 2 %, from 7.4 %',
      'Now: SHOP-142 Retry a payment (Item)',
      'Done when: Three tries at most; Nobody pays twice',
      'Out of scope: (SHOP-7) Guest checkout',
      'Blocked by: PAY-3 New gateway, Waiting',
      'Also serves: PAY-3 New gateway; OLD-1, which no tracker has',
      'How we know: Branch name → SHOP-142 → initiative SHOP-7; goals.yaml, as it is now',
      'Address: https://tracker.example/SHOP-7',
    ]);
    assert.equal(text.split('\n').at(-1), 'Cut: nothing.');
    assert.deepEqual(Object.keys(record.fields), [...briefFields]);
    assert.deepEqual(record.cut, []);
  });

  it('says of every item of the initiative what it is and when it is done', () => {
    const goals = [
      ...small,
      goal('SHOP-131', {
        title: 'Keep the cart',
        level: 'item',
        parentKey: 'SHOP-7',
        acceptance: ['It is there an hour later'],
        blockedByKeys: ['PAY-3', 'PAY-4'],
      }),
      goal('PAY-4', { title: 'Longer sessions' }),
    ];
    const catalog = new GoalCatalog([tracker(goals)]);
    const [served, ...others] = servedGoals(
      ['SHOP-142', 'PAY-4', 'SHOP-131', 'SHOP-7'].map((key) => ({ key, provenance: { kind: 'explicit' } })),
      catalog,
    ).goals;
    const { text } = goalBrief({ served: served!, others, unknown: [] }, catalog, textOptions, { random });
    const lines = text.split('\n').filter((line) => /^(Now|Done|Out|Blocked|Also)/.test(line));
    assert.deepEqual(lines, [
      'Now: SHOP-142 Retry a payment (Item); SHOP-131 Keep the cart (Item)',
      'Done when: Three tries at most; Nobody pays twice; (SHOP-131) It is there an hour later',
      'Out of scope: (SHOP-7) Guest checkout',
      'Blocked by: PAY-3 New gateway, Waiting; PAY-4 Longer sessions',
      'Also serves: PAY-4 Longer sessions',
    ]);
  });

  it('says in its place what a goal names and nothing that is read has', () => {
    const more = { parentKey: 'OBJ-1', blockedByKeys: ['PAY-3'], blocksKeys: ['PAY-4'], covers: ['WEB-5'] };
    const { text } = briefOf([goal('SHOP-7', more)], 'SHOP-7');
    assert.match(text, /^Blocked by: PAY-3, which is not read here$/m);
    assert.match(text, /^Also serves: OBJ-1, which is not read here$/m);
    assert.doesNotMatch(text, /PAY-4|WEB-5/);
  });

  it('names no customer and no address of a person', () => {
    const { text, record } = briefOf(small, 'SHOP-142');
    assert.doesNotMatch(text + JSON.stringify(record), /Globex|priya/i);
  });

  it('keeps a smaller budget by what is worth most, and says what was cut', () => {
    const { text, record } = briefOf(small, 'SHOP-142', 150);
    assert.ok(tokensOf(text) <= 150, String(tokensOf(text)));
    assert.match(text, /^Goal: SHOP-7/m);
    assert.match(text, /^Cut: .*left out: (?:\d+ fields|.*Address)\.$/m);
    assert.ok(record.cut.includes('address'));
    assert.equal(record.fields.address, undefined);
  });

  it('says that a list is longer than what is shown of it', () => {
    const acceptance = Array.from(
      { length: 40 },
      (_, at) => `Condition ${at} holds for every order of every shop`,
    );
    const { text, record } = briefOf([goal('SHOP-7', { acceptance })], 'SHOP-7');
    assert.match(record.fields.doneWhen ?? '', /^Condition 0 .*\(\+\d+\)$/);
    assert.match(text, /^Cut: shortened: Done when\.$/m);
  });

  it('keeps 400 tokens of o200k and its marks with every field at its limit, and leaves out nothing in silence', () => {
    const letter = fc.oneof(
      fc.constantFrom(...injections.map(([, text]) => text)),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.lorem({ maxCount: 60 }),
    );
    const text = fc.array(letter, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
    const lines = fc.array(text, { minLength: 1, maxLength: 50 });
    const any = fc.record({
      title: text,
      why: text,
      status: text,
      unit: text,
      name: text,
      segment: text,
      acceptance: lines,
      outOfScope: lines,
      figure: fc.double({ noNaN: true, noDefaultInfinity: true }),
      tokens: fc.option(fc.integer({ min: 120, max: 1000 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        any,
        ({ title, why, status, unit, name, segment, acceptance, outOfScope, figure, tokens }) => {
          const source = { field: name };
          const parts: Partial<Goal> = {
            title,
            description: why,
            acceptance,
            outOfScope,
            health: 'offTrack',
            progress: 0.5,
            status: { name: status, category: 'active' },
            priority: { rank: 2, label: name },
            metrics: Array.from({ length: 30 }, () => ({
              name,
              unit,
              current: figure,
              target: figure,
              baseline: figure,
            })),
            impact: {
              customers: { value: 38_000_000, ...source },
              segments: { value: Array.from({ length: 20 }, () => segment), ...source },
              severity: { value: segment, ...source },
            },
            targetDate: '2026-12-12',
            targetLabel: name,
            url: `https://tracker.example/${'x'.repeat(170)}`,
            blockedByKeys: ['SHOP-9', 'SHOP-10'],
          };
          const goals = [
            goal('SHOP-7', parts),
            goal('SHOP-142', { ...parts, level: 'item', parentKey: 'SHOP-7' }),
            ...['SHOP-9', 'SHOP-10', 'SHOP-11'].map((key) => goal(key, { ...parts, blockedByKeys: [] })),
          ];
          const brief = briefOf(goals, 'SHOP-142', tokens, [title, name]);
          const count = tokensOf(brief.text);
          assert.ok(count <= Math.min(tokens ?? briefTokens, briefTokens), `${count} tokens: ${brief.text}`);
          assertQuoted(brief.text);
          textsIn(brief.record).forEach(assertPlain);
          const missing = briefFields.filter((field) => !(field in brief.record.fields));
          // Whatever a goal may have is here: what is not in the brief is said to be cut, or nothing of it can be seen.
          const gone = missing.filter((field) => !brief.record.cut.includes(field));
          for (const field of gone) assert.ok(['doneWhen', 'outOfScope', 'why'].includes(field), field);
        },
      ),
      { numRuns: 30 },
    );
  });
});
