import assert from 'node:assert/strict';
import { Derived } from '../../../src/core/derived';

describe('Derived', () => {
  it('makes a value again only when one of the things it comes from is another one', () => {
    const derived = new Derived<number>();
    let made = 0;
    const make = (): number => ++made;
    const commits = ['a'];
    assert.equal(derived.of([commits, 'Goal'], make), 1);
    assert.equal(derived.of([commits, 'Goal'], make), 1);
    assert.equal(derived.of([['a'], 'Goal'], make), 2, 'an equal list is another list');
    assert.equal(derived.of([commits, 'Initiative'], make), 3);
    assert.equal(derived.of([commits, 'Initiative', undefined], make), 4, 'one thing more');
    assert.equal(derived.of([commits, 'Initiative'], make), 5, 'one thing less');
  });

  it('remembers no failure', () => {
    const derived = new Derived<number>();
    assert.throws(() =>
      derived.of([1], () => {
        throw new Error('no');
      }),
    );
    assert.equal(
      derived.of([1], () => 2),
      2,
    );
  });
});
