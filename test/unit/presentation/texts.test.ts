import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noCurrency, type Impact } from '../../../src/core/goal/goal';
import { ageText } from '../../../src/presentation/ageText';
import { countText } from '../../../src/presentation/countText';
import { ellipsis, shownName } from '../../../src/presentation/goalText';
import {
  impactFacts,
  impactPhrases,
  impactSummary,
  revenueBand,
  revenueText,
} from '../../../src/presentation/impactText';
import { joinLines } from '../../../src/presentation/paragraphs';
import { provenanceText } from '../../../src/presentation/provenanceText';
import { reasonText } from '../../../src/presentation/reasonText';
import { goalView } from '../../../src/core/views/goalView';
import { agoText, targetText } from '../../../src/presentation/targetText';
import { catalogOf, customers, goal, shopGoals, textOptions } from '../../support/builders';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('targetText', () => {
  const at = (targetDate: string): string | undefined =>
    targetText(goal('A-1', { targetDate }), textOptions)?.relative;

  it('counts calendar days from today', () => {
    assert.equal(at('2026-11-22'), 'today');
    assert.equal(at('2026-11-23'), 'tomorrow');
    assert.equal(at('2026-12-12'), 'in 20 days');
    assert.equal(at('2027-06-30'), 'in 7 months');
    assert.equal(at('2026-11-21'), '1 day overdue');
    assert.equal(at('2026-11-14'), '8 days overdue');
  });

  it('says how urgent it is', () => {
    const urgency = (targetDate: string): string | undefined =>
      targetText(goal('A-1', { targetDate }), textOptions)?.urgency;
    assert.deepEqual(['2026-11-21', '2026-12-06', '2026-12-07'].map(urgency), ['overdue', 'soon', 'later']);
  });

  it('calls nothing overdue that is over', () => {
    const done = goal('A-1', { targetDate: '2026-01-01', status: { name: 'Shipped', category: 'done' } });
    assert.deepEqual(targetText(done, textOptions)?.urgency, 'met');
  });

  it('spells a period as the tracker does, and says nothing without a date', () => {
    const quarter = goal('A-1', { targetDate: '2026-12-31', targetLabel: '2026-Q4' });
    assert.equal(targetText(quarter, textOptions)?.date, '2026-Q4');
    assert.equal(targetText(goal('A-1'), textOptions), undefined);
    assert.equal(targetText(goal('A-1', { targetDate: 'soon' }), textOptions), undefined);
  });
});

describe('ageText', () => {
  it('is short in every language, and never calls a minute a month', () => {
    const age = (ms: number, language = 'en'): string =>
      ageText(textOptions.now - ms, { ...textOptions, language });
    assert.deepEqual(
      [-day, 5 * minute, 3 * 60 * minute, 2 * day, 40 * day, 800 * day].map((ms) => age(ms)),
      ['0 min', '5 min', '3h', '2d', '5w', '2y'],
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 * 365 * day }),
        fc.constantFrom('en', 'de', 'ja'),
        (ms, language) => assert.ok(age(ms, language).length <= 7, age(ms, language)),
      ),
    );
  });
});

describe('countText', () => {
  it('writes numbers from a million on short, with the exact one beside them', () => {
    assert.deepEqual(countText(999_999, 'en'), { text: '999,999' });
    assert.deepEqual(countText(123_456_789, 'en'), { text: '123.5M', exact: '123,456,789' });
    assert.deepEqual(countText(-2_000_000, 'en'), { text: '-2M', exact: '-2,000,000' });
    assert.deepEqual(countText(1.256, 'de'), { text: '1,26' });
  });
});

describe('agoText', () => {
  it('grows coarser with age', () => {
    const ago = (ms: number): string => agoText(textOptions.now - ms, textOptions);
    assert.deepEqual([0, 5 * minute, 3 * 60 * minute, 3 * day, 90 * day].map(ago), [
      'just now',
      '5 minutes ago',
      '3 hours ago',
      '3 days ago',
      '3 months ago',
    ]);
  });

  it('takes a clock that runs ahead for now', () => {
    assert.equal(agoText(textOptions.now + day, textOptions), 'just now');
  });
});

describe('impact in words', () => {
  const impact: Impact = {
    ...customers(38),
    customerNames: { value: ['Nordwind', 'Halden'], field: 'impact.customers.names' },
    requests: { value: 1, field: 'impact.requests' },
    revenue: { value: { amount: 420_000, currency: 'EUR' }, field: 'impact.revenue' },
    segments: { value: ['enterprise'], field: 'impact.segments' },
  };

  it('names every part with the field that it came from', () => {
    assert.deepEqual(
      impactFacts(impact, textOptions).map(({ value, label, field }) => `${value} ${label} < ${field}`),
      [
        '38 customers < impact.customers',
        '1 request < impact.requests',
        '€250–500K revenue at stake < impact.revenue',
        'enterprise Segment < impact.segments',
      ],
    );
    assert.equal(impactFacts(impact, textOptions)[0]?.detail, 'Nordwind and Halden');
  });

  it('is told in phrases that read on their own', () => {
    const score = { value: 87, field: 'score' };
    const severity = { value: 'Blocks ordering', field: 'severity' };
    assert.deepEqual(impactPhrases({ ...impact, severity, score }, textOptions), [
      '38 customers',
      '1 request',
      '€250–500K revenue at stake',
      'segments: enterprise',
      'severity: Blocks ordering',
      'impact score 87',
    ]);
  });

  it('counts the names where there is no number', () => {
    const facts = impactFacts({ customerNames: { value: ['Nordwind'], field: 'names' } }, textOptions);
    assert.deepEqual([facts[0]?.value, facts[0]?.label], ['1', 'customer']);
  });

  it('shows revenue as the setting says', () => {
    const money = { amount: 420_000, currency: 'EUR' };
    assert.equal(revenueText(money, { ...textOptions, revenue: 'exact' }), '€420K');
    assert.equal(revenueText({ amount: 900, currency: 'USD' }, textOptions), 'under $10K');
    const bare = { amount: 420_000, currency: noCurrency };
    assert.equal(revenueText(bare, { ...textOptions, revenue: 'exact' }), '420K');
    assert.match(revenueText(bare, textOptions), /^250K\s?–\s?500K$/);
    const hidden = impactFacts(impact, { ...textOptions, revenue: 'hidden' });
    assert.ok(hidden.every(({ kind }) => kind !== 'revenue'));
  });

  it('puts every amount into a band that holds it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (amount) => {
        const [low, high] = revenueBand(amount);
        assert.ok(
          low <= amount && amount < high && high <= Math.max(10_000, low * 2.5),
          `${amount}: ${low} to ${high}`,
        );
      }),
    );
  });

  it('is short in a list', () => {
    assert.equal(impactSummary(impact, textOptions), '38 customers, 1 request');
  });
});

describe('provenanceText', () => {
  const catalog = catalogOf(...shopGoals());
  const [, initiative, , item] = shopGoals();

  it('tells the whole way from the evidence to the goal', () => {
    const link = { key: 'SHOP-142', provenance: { kind: 'branchName', text: 'SHOP-142' } } as const;
    const served = { goal: catalog.find('SHOP-7')!, linked: catalog.find('SHOP-142')!, link };
    assert.equal(
      provenanceText(served, catalog, textOptions),
      'Branch name → SHOP-142 → epic SHOP-51 → initiative SHOP-7',
    );
  });

  it('names the rule or the commit', () => {
    const at = (provenance: Parameters<typeof provenanceText>[0]['link']['provenance']): string =>
      provenanceText(
        { goal: initiative!, linked: initiative!, link: { key: 'SHOP-7', provenance } },
        catalog,
        textOptions,
      );
    assert.equal(at({ kind: 'pathMap', pattern: '/src/cart/', line: 3 }), 'Path rule /src/cart/ → SHOP-7');
    const commit = {
      kind: 'commit',
      sha: '0123456789',
      subject: 'Retry',
      by: 'trailer',
      text: 'SHOP-7',
    } as const;
    assert.equal(at(commit), 'Trailer of commit 0123456 → SHOP-7');
    assert.equal(at({ kind: 'explicit' }), 'Linked by hand → SHOP-7');
    assert.ok(item);
  });
});

describe('reasonText', () => {
  const catalog = catalogOf(...shopGoals());
  const reason = (key: string) => reasonText(goalView(catalog.find(key)!, catalog), textOptions);

  it('gives impact, health and date, and leaves out what is not known', () => {
    assert.equal(reason('SHOP-7'), '38 customers · At risk · due in 20 days');
    assert.equal(reason('OBJ-1'), '');
  });

  it('says whose priority, impact and date they are where they are inherited', () => {
    assert.equal(
      reason('SHOP-142'),
      'P1 from SHOP-7 · 38 customers from SHOP-7 · due in 20 days from SHOP-7',
    );
  });

  it('begins with what is overdue or due soon, names what it waits for, and ends after four parts', () => {
    const all = catalogOf(
      goal('A-1', {
        targetDate: '2026-11-14',
        priority: { rank: 1, label: 'Urgent' },
        impact: customers(3),
        health: 'offTrack',
        status: { name: 'Stuck', category: 'blocked' },
        blockedByKeys: ['A-2'],
        blocksKeys: ['A-3'],
      }),
      goal('A-2', { targetDate: '2026-11-28', blocksKeys: ['A-1', 'A-3'] }),
      goal('A-3', { status: { name: 'Done', category: 'done' }, targetDate: '2026-11-14' }),
      goal('A-4', { status: { name: 'Stuck', category: 'blocked' } }),
    );
    const of = (key: string) => reasonText(goalView(all.find(key)!, all), textOptions);
    assert.equal(of('A-1'), '8 days overdue · 3 customers · Off track · waits for A-2');
    assert.equal(of('A-2'), 'due in 6 days · A-1 waits for it');
    assert.equal(of('A-3'), '', 'nothing presses about a goal that is over');
    assert.equal(of('A-4'), 'Stuck');
  });

  it('leaves a period as the tracker spells it until it is over', () => {
    const period = (targetDate: string, targetLabel: string) => {
      const all = catalogOf(goal('A-1', { targetDate, targetLabel }));
      return reasonText(goalView(all.find('A-1')!, all), textOptions);
    };
    assert.equal(period('2026-12-31', '2026-Q4'), '2026-Q4');
    assert.equal(period('2026-09-30', '2026-Q3'), '53 days overdue');
  });
});

describe('ellipsis', () => {
  it('never exceeds the length and never cuts a character in half', () => {
    assert.equal(ellipsis('short', 10), 'short');
    assert.equal(ellipsis('Checkout that never loses', 10), 'Checkout…');
    assert.equal(ellipsis('😀😀😀', 2), '😀…');
  });
});

describe('shownName', () => {
  it('is one line of plain text, whatever the title', () => {
    assert.equal(shownName(goal('A-1', { title: 'Two\n\tlines $(bug)' })), 'A-1 Two lines $ (bug)');
    assert.equal(Array.from(shownName(goal('A-1', { title: '😀'.repeat(200) }))).length, 120);
  });
});

describe('joinLines', () => {
  it('joins wrapped lines and keeps paragraphs and lists', () => {
    assert.equal(
      joinLines('One half,\nother half.\n\nNext:\n- first\n  goes on\n- second\n1. third'),
      'One half, other half.\n\nNext:\n- first\n  goes on\n- second\n1. third',
    );
  });
});
