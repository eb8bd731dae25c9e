import assert from 'node:assert/strict';
import fc from 'fast-check';
import { impactParts } from '../../../../src/trackers/connection/connection';
import { impactOfFields, proposeImpact } from '../../../../src/trackers/mapping/impactFields';
import { makeGoal } from '../../../../src/trackers/mapping/makeGoal';
import { assertValidGoal } from '../support/validGoal';
import { noCurrency } from '../../../../src/core/goal/goal';

const impact = Object.fromEntries(impactParts.map((part) => [`my ${part}`, part]));
/** What a value becomes in one part of the impact. */
const valueIn = (part: (typeof impactParts)[number], value: unknown): unknown =>
  impactOfFields([{ name: `MY ${part}`, value }], { impact, currency: 'EUR' })?.[part]?.value;

describe('The impact in fields', () => {
  it('is absent without a map, a field or a value', () => {
    assert.equal(impactOfFields([{ name: 'my customers', value: 3 }], {}), undefined);
    assert.equal(impactOfFields([{ name: 'another', value: 3 }], { impact }), undefined);
    assert.equal(impactOfFields([{ name: 'my customers', value: null }], { impact }), undefined);
  });

  it('keeps the name of the field as the tracker spells it', () => {
    const found = impactOfFields([{ name: 'My Customers', value: '38' }], { impact });
    assert.deepEqual(found, { customers: { value: 38, field: 'My Customers' } });
  });

  for (const [part, value, expected] of [
    ['customers', 38, 38],
    ['customers', ' 38.0 ', 38],
    ['customers', 37.6, 38],
    ['customers', 0, 0],
    ['customers', -0, 0],
    ['customers', -1, undefined],
    ['customers', '1e3', undefined],
    ['customers', '9'.repeat(400), undefined],
    ['customers', true, undefined],
    ['customers', [38], undefined],
    ['score', '-2.5', -2.5],
    ['score', '-0', 0],
    ['revenue', '180000.0', { amount: 180000, currency: 'EUR' }],
    ['revenue', -1, undefined],
    [
      'customerNames',
      ['Acme', { value: 'Globex' }, { name: 'Initech' }, ['Hooli'], null, 7],
      ['Acme', 'Globex', 'Initech', 'Hooli', '7'],
    ],
    ['customerNames', [], undefined],
    ['segments', 'Enterprise', ['Enterprise']],
    ['severity', { displayName: 'High\n' }, 'High'],
    ['severity', '\0', undefined],
    ['quotes', ['One', ''], [{ text: 'One' }]],
  ] as const) {
    it(`reads ${part} from ${JSON.stringify(value).slice(0, 60)}`, () => {
      assert.deepEqual(valueIn(part, value), expected);
    });
  }

  it('says with no currency that there is none', () => {
    assert.deepEqual(impactOfFields([{ name: 'my revenue', value: 1 }], { impact })?.revenue?.value, {
      amount: 1,
      currency: noCurrency,
    });
  });

  it('is not led down a bottomless list', () => {
    let deep: unknown = 'Acme';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    assert.equal(valueIn('customerNames', deep), undefined);
  });

  it('is valid, or absent, whatever the fields hold', () => {
    const value = fc.oneof(fc.jsonValue(), fc.double().map(String), fc.integer(), fc.array(fc.string()));
    const field = fc.record({ name: fc.constantFrom(...Object.keys(impact)), value });
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const found = impactOfFields(fields, { impact, currency: 'EUR' });
        const draft = { id: '1', trackerId: 'test', key: 'A-1', title: 'One', level: 'item' } as const;
        assertValidGoal(makeGoal({ ...draft, impact: found })!);
      }),
      { numRuns: 500 },
    );
  });
});

describe('A proposal for the impact', () => {
  it('goes by name and type, each part once', () => {
    assert.deepEqual(
      proposeImpact([
        { name: 'Customers affected', type: 'number' },
        { name: 'Number of customers', type: 'number' },
        { name: 'Customers', type: 'list' },
        { name: 'ARR at stake', type: 'number' },
        { name: 'Customer tier', type: 'list' },
        { name: 'Severity', type: 'list' },
        { name: 'Votes', type: 'number' },
        { name: 'Customer quotes', type: 'text' },
        { name: 'RICE', type: 'number' },
        { name: 'Sprint', type: 'text' },
      ]),
      {
        'Customers affected': 'customers',
        Customers: 'customerNames',
        'ARR at stake': 'revenue',
        'Customer tier': 'segments',
        Severity: 'severity',
        Votes: 'requests',
        'Customer quotes': 'quotes',
        RICE: 'score',
      },
    );
  });

  it('is made of any fields', () => {
    const field = fc.record({ name: fc.string(), type: fc.constantFrom('number', 'text', 'list') });
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const parts = Object.values(proposeImpact(fields));
        assert.equal(new Set(parts).size, parts.length);
      }),
    );
  });
});
