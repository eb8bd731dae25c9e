import assert from 'node:assert/strict';
import { lineTrailText, trailCardLines, type LineTrail } from '../../../src/presentation/lineTrail';
import { ownerQuestion } from '../../../src/presentation/ownerQuestion';
import { driftSentences, statusMark } from '../../../src/presentation/driftText';
import { goalView } from '../../../src/core/views/goalView';
import type { Goal } from '../../../src/core/goal/goal';
import { catalogOf, goal, shopGoals, textOptions } from '../../support/builders';

const catalogWith = (changes: Readonly<Record<string, Partial<Goal>>> = {}, ...more: Goal[]) =>
  catalogOf(...shopGoals().map((each) => ({ ...each, ...changes[each.key] })), ...more);
const wayOf = (trail: LineTrail): string =>
  trailCardLines(trail, catalogWith(), textOptions)
    .map(({ text }) => text)
    .join();

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
    assert.equal(wayOf(trail), 'Line 33 → e2d41b7, 4 days ago → SHOP-142 → SHOP-51 → SHOP-7');
    assert.equal(text.how, 'SHOP-142 in the subject');
    assert.equal(text.commit?.subject, 'SHOP-142: tell passing failures apart');
  });

  it('says that a commit names no goal, and that a line is not committed', () => {
    assert.match(wayOf({ ...trail, links: [] }), /→ names no goal$/);
    assert.equal(wayOf({ line: 3, links: [] }), 'Line 3 → not committed yet');
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
  const asked = goal('SHOP-7', { title: 'Checkout', owner: { name: 'Priya Nair' } });

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
