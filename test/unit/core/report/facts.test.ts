import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evidences } from '../../../../src/core/report/attribution';
import { countedTwice, mergeFacts, type Fact } from '../../../../src/core/report/facts';
import { readFacts } from '../../../../src/presentation/report/factsSchema';
import { factsText } from '../../../../src/presentation/report/factsText';

const fact: fc.Arbitrary<Fact> = fc.record({
  repository: fc.constantFrom('shop', 'search'),
  week: fc.constantFrom('2026-W44', '2026-W45'),
  kind: fc.constantFrom('goal' as const, 'unknown' as const, 'none' as const),
  key: fc.constantFrom('', 'SHOP-7', 'SHOP-9'),
  title: fc.constantFrom('', 'Checkout', 'Search'),
  level: fc.constant('initiative' as const),
  rank: fc.constantFrom(0 as const, 1 as const),
  evidence: fc.constantFrom(...evidences),
  effort: fc.option(fc.nat(1_000_000)),
  changes: fc.nat(1_000_000),
});
const facts = fc.array(fact, { maxLength: 12 });

describe('facts of a report', () => {
  it('add up in any order and grouping', () => {
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        const whole = mergeFacts([a, b, c]);
        assert.deepEqual(mergeFacts([c, a, b]), whole);
        assert.deepEqual(mergeFacts([mergeFacts([a, b]), c]), whole);
        assert.deepEqual(mergeFacts([a, mergeFacts([c, b])]), whole);
        assert.deepEqual(mergeFacts([whole]), whole);
        const changes = (list: readonly Fact[]): number => list.reduce((sum, each) => sum + each.changes, 0);
        assert.equal(changes(whole), changes([...a, ...b, ...c]));
      }),
    );
  });

  it('tell no person-days of a sum of which a part tells none', () => {
    fc.assert(
      fc.property(fact, fact, (one, other) => {
        const [sum] = mergeFacts([[one], [{ ...one, effort: other.effort }]]);
        assert.equal(sum?.effort === null, one.effort === null || other.effort === null);
      }),
    );
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const read = readFacts(factsText(all));
        assert.ok(typeof read !== 'number');
        assert.deepEqual(read, JSON.parse(JSON.stringify(all)));
      }),
    );
    assert.equal(readFacts('{"schema":"goal-lens/fact-v1"}'), 1);
    const [some = []] = fc.sample(facts, { numRuns: 1, seed: 1 });
    assert.equal(readFacts(`${factsText(some)}no fact`), some.length + 1);
  });

  it('know which weeks would count twice', () => {
    const [one = []] = fc.sample(fc.array(fact, { minLength: 3, maxLength: 3 }), { numRuns: 1, seed: 7 });
    const weeks = new Set(one.map(({ repository, week }) => `${repository}, ${week}`));
    assert.deepEqual(countedTwice([one, one]), [...weeks].sort());
    assert.deepEqual(countedTwice([one]), []);
  });
});
