import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noCurrency, type Impact } from '../../../src/core/goal/goal';
import {
  impactFacts,
  impactPhrases,
  impactSummary,
  revenueBand,
  revenueText,
} from '../../../src/presentation/impactText';
import { customers, textOptions } from '../../support/builders';

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
