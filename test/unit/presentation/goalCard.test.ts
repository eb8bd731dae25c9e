import assert from 'node:assert/strict';
import { goalCard } from '../../../src/presentation/goalCard';
import { lineTrailLine, lineTrailText, type LineTrail } from '../../../src/presentation/lineTrail';
import { ownerQuestion } from '../../../src/presentation/ownerQuestion';
import { driftSentences, statusMark } from '../../../src/presentation/driftText';
import { goalView } from '../../../src/core/views/goalView';
import type { Goal } from '../../../src/core/goal/goal';
import { catalogOf, customers, goal, shopGoals, textOptions } from '../../support/builders';

const catalogWith = (changes: Readonly<Record<string, Partial<Goal>>> = {}, ...more: Goal[]) =>
  catalogOf(...shopGoals().map((each) => ({ ...each, ...changes[each.key] })), ...more);
const cardOf = (key: string, changes: Readonly<Record<string, Partial<Goal>>> = {}, ...more: Goal[]) => {
  const catalog = catalogWith(changes, ...more);
  return goalCard(goalView(catalog.find(key)!, catalog), textOptions);
};

describe('goalCard', () => {
  it('tells an item first, then its initiative, and whose values they are', () =>
    assert.deepEqual(
      cardOf('SHOP-142', {
        'SHOP-142': {
          status: { name: 'In progress', category: 'active' },
          owner: { name: 'Ana Ruiz' },
          targetDate: '2026-11-28',
          blockedByKeys: ['SHOP-160'],
        },
      }),
      {
        title: 'P1 · Retry a payment',
        key: 'SHOP-142',
        spelling: 'SHOP-142',
        facts: 'In progress · Ana Ruiz · due in 6 days · waits for SHOP-160',
        reason: { title: 'Checkout that never loses a cart', spelling: 'SHOP-7' },
        impact: '38 customers · priority and impact from SHOP-7',
        hasUrl: false,
        hasOwner: true,
      },
    ));

  it('says whose priority and whose impact where they come from two goals', () =>
    assert.equal(
      cardOf('SHOP-142', { 'SHOP-51': { impact: customers(11) } }).impact,
      '11 customers · priority from SHOP-7 · impact from SHOP-51',
    ));

  it('never tells a date that is another goal’s', () => assert.equal(cardOf('SHOP-142').facts, ''));

  it('names an initiative’s own values without a source', () => {
    const { facts, impact, reason } = cardOf('SHOP-7');
    assert.deepEqual(
      [facts, impact, reason],
      ['Initiative · In progress · due in 20 days · At risk', '38 customers', undefined],
    );
  });

  it('keeps a period as it is', () =>
    assert.match(
      cardOf('SHOP-7', { 'SHOP-7': { targetDate: '2026-12-31', targetLabel: '2026-Q4' } }).facts,
      /due 2026-Q4/,
    ));

  it('warns of what is over', () => {
    const status = { name: 'Won’t do', category: 'dropped' } as const;
    assert.equal(cardOf('SHOP-142', { 'SHOP-142': { status } }).warning, 'Closed: Won’t do');
    assert.equal(cardOf('SHOP-142', { 'SHOP-7': { status } }).warning, 'SHOP-7 above it is closed: Won’t do');
  });

  it('shows only the beginning of what is long, on one line', () => {
    const { title } = cardOf('SHOP-7', { 'SHOP-7': { title: `A\n${'long '.repeat(100)}` } });
    assert.ok(title.length < 200 && !title.includes('\n'), title);
  });
});

describe('lineTrailText', () => {
  const catalog = catalogWith();
  const trail: LineTrail = {
    line: 33,
    commit: {
      sha: 'e2d41b7'.padEnd(40, '0'),
      subject: 'SHOP-142: tell passing\tfailures\u202e apart',
      time: textOptions.now / 1000 - 4 * 86_400,
      isCutOff: false,
    },
    links: [{ goal: catalog.find('SHOP-142')!, text: 'SHOP-142', by: 'subject' }],
  };

  it('leads from the line over the commit and the item to the initiative, with the age and how it is known', () => {
    const text = lineTrailText(trail, catalog, textOptions);
    assert.equal(lineTrailLine(text), 'Line 33 → e2d41b7, 4 days ago → SHOP-142 → SHOP-51 → SHOP-7');
    assert.equal(text.how, 'SHOP-142 in the subject');
    assert.equal(text.commit?.subject, 'SHOP-142: tell passing failures apart');
  });

  it('says that a commit names no goal, and that a line is not committed', () => {
    assert.match(
      lineTrailLine(lineTrailText({ ...trail, links: [] }, catalog, textOptions)),
      /→ names no goal$/,
    );
    const text = lineTrailText({ line: 3, links: [] }, catalog, textOptions);
    assert.equal(lineTrailLine(text), 'Line 3 → not committed yet');
  });

  it('says that the line may be older where the history is cut off', () =>
    assert.match(
      lineTrailText({ ...trail, commit: { ...trail.commit!, isCutOff: true } }, catalog, textOptions).rest,
      /^4 days ago or earlier: the history is cut off here →/,
    ));

  it('says by which other commit the goal is known', () =>
    assert.match(
      lineTrailText(
        {
          ...trail,
          links: [
            {
              goal: catalog.find('SHOP-142')!,
              text: 'SHOP-142',
              by: 'merge',
              other: { kind: 'merge', sha: 'a'.repeat(40), subject: 'Merge it', by: 'subject' },
            },
          ],
        },
        catalog,
        textOptions,
      ).how ?? '',
      /^Landed by aaaaaaa “Merge it”/,
    ));
});

describe('driftSentences and statusMark', () => {
  const served = (catalog: ReturnType<typeof catalogWith>) => ({
    goal: catalog.find('SHOP-7')!,
    linked: catalog.find('SHOP-142')!,
    link: { key: 'SHOP-142', provenance: { kind: 'explicit' } } as const,
  });

  it('say what was when, and mark the status item', () => {
    const catalog = catalogWith();
    const view = goalView(catalog.find('SHOP-142')!, catalog);
    const drift = {
      view,
      changes: [{ kind: 'priority', from: 1, to: 3, at: '2026-11-20T12:00:00Z' }],
    } as const;
    assert.deepEqual(driftSentences(drift, textOptions), ['SHOP-142: priority P1 → P3, 2 days ago.']);
    assert.deepEqual(statusMark([drift], served(catalog), textOptions), {
      icon: 'arrow-down',
      before: 'P1 → P3',
      isOver: false,
    });
    assert.equal(statusMark([], served(catalog), textOptions), undefined);
  });

  it('say when a change was noticed where the tracker tells no time', () => {
    const catalog = catalogWith();
    const view = goalView(catalog.find('SHOP-142')!, catalog);
    const noticedAt = textOptions.now - 2 * 60 * 60 * 1000;
    const change = { kind: 'priority', from: 1, to: 3, noticedAt } as const;
    assert.deepEqual(driftSentences({ view, changes: [change] }, textOptions), [
      'SHOP-142: priority P1 → P3, noticed 2 hours ago.',
    ]);
    assert.deepEqual(
      driftSentences({ view, changes: [{ ...change, at: '2026-11-20T12:00:00Z' }] }, textOptions),
      ['SHOP-142: priority P1 → P3, 2 days ago.'],
    );
  });

  it('mark the item with its own changes, not with those of its initiative beside it', () => {
    const catalog = catalogWith();
    const view = goalView(catalog.find('SHOP-7')!, catalog);
    const drift = { view, changes: [{ kind: 'priority', from: 1, to: 3 }] } as const;
    assert.equal(statusMark([drift], served(catalog), textOptions), undefined);
  });

  it('warn where the work may be over, and for nothing less', () => {
    const catalog = catalogWith({}, goal('PAY-3'));
    const view = goalView(catalog.find('SHOP-142')!, catalog);
    const isOver = (change: Parameters<typeof driftSentences>[0]['changes'][number]) =>
      statusMark([{ view, changes: [change] }], served(catalog), textOptions)?.isOver;
    assert.equal(isOver({ kind: 'closed', category: 'done', status: 'Done' }), true);
    assert.equal(isOver({ kind: 'closedAbove', goal: catalog.find('SHOP-7')! }), true);
    assert.equal(isOver({ kind: 'blocked', by: [catalog.find('PAY-3')!] }), false);
    assert.equal(isOver({ kind: 'moved', fromKey: 'SHOP-9', to: catalog.find('SHOP-7')! }), false);
    assert.equal(isOver({ kind: 'due', from: { date: '2026-12-01' } }), false);
  });

  it('say what came and what went without a dash for nothing', () => {
    const catalog = catalogWith();
    const view = goalView(catalog.find('SHOP-142')!, catalog);
    const to = catalog.find('SHOP-7')!;
    const said = (change: Parameters<typeof driftSentences>[0]['changes'][number]) => {
      const drift = { view, changes: [change] };
      const { before, after } = statusMark([drift], served(catalog), textOptions) ?? {};
      return [...driftSentences(drift, textOptions), before ?? after];
    };
    assert.deepEqual(said({ kind: 'priority', from: 0, to: 2 }), ['SHOP-142: now P2.', 'P2']);
    assert.deepEqual(said({ kind: 'priority', from: 2, to: 0 }), [
      'SHOP-142: no longer has a priority.',
      'P2 → –',
    ]);
    assert.deepEqual(said({ kind: 'moved', to }), ['SHOP-142: now serves SHOP-7.', 'now for SHOP-7']);
    assert.deepEqual(said({ kind: 'moved', fromKey: 'SHOP-9' }), [
      'SHOP-142: no longer serves SHOP-9.',
      'no longer for SHOP-9',
    ]);
    assert.deepEqual(said({ kind: 'moved', fromKey: 'SHOP-9', to }), [
      'SHOP-142: moved from SHOP-9 to SHOP-7.',
      'now for SHOP-7',
    ]);
  });

  it('name both dates, and a period as the tracker spells it', () => {
    const catalog = catalogWith();
    const view = goalView(catalog.find('SHOP-142')!, catalog);
    const to = { date: '2026-12-31', label: '2026-Q4' };
    assert.deepEqual(
      driftSentences({ view, changes: [{ kind: 'due', from: { date: '2026-12-03' }, to }] }, textOptions),
      ['SHOP-142: due Dec 3, 2026 → 2026-Q4.'],
    );
  });
});

describe('ownerQuestion', () => {
  const owned = goal('SHOP-7', { title: 'Checkout', owner: { name: 'Priya Nair' } });
  const catalog = catalogOf(owned, goal('SHOP-8', { title: 'Retry', parentKey: 'SHOP-7' }), goal('SHOP-9'));
  const viewOf = (key: string) => goalView(catalog.find(key)!, catalog);
  const asked = viewOf('SHOP-7');

  it('turns to the owner of the goal above where a goal has none, and names that goal', () =>
    assert.equal(
      ownerQuestion(viewOf('SHOP-8'), undefined, {}),
      'Hello Priya Nair,\n\nI have a question about SHOP-8 Retry (for SHOP-7 Checkout):\n\n',
    ));

  it('greets nobody by name where nobody is known', () =>
    assert.match(ownerQuestion(viewOf('SHOP-9'), undefined, {}), /^Hello,\n/));

  it('is offered wherever somebody can be asked', () =>
    assert.deepEqual(
      ['SHOP-7', 'SHOP-8', 'SHOP-9'].map((key) => goalCard(viewOf(key), textOptions).hasOwner),
      [true, true, false],
    ));

  it('greets the owner, names the goal, and leads to the line', () =>
    assert.equal(
      ownerQuestion(asked, { path: 'src/a.ts', line: 3, permalink: 'https://github.com/x#L3' }, {}),
      'Hello Priya Nair,\n\nI have a question about SHOP-7 Checkout. It came up here:\n\nhttps://github.com/x#L3\n\n',
    ));

  it('says where the line is while nobody else can see it', () =>
    assert.match(
      ownerQuestion(asked, { path: 'src/a.ts', line: 3 }, {}),
      /src\/a\.ts, line 3 \(not pushed yet\)/,
    ));
});
