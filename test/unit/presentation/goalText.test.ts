import assert from 'node:assert/strict';
import { ellipsis, shownName } from '../../../src/presentation/goalText';
import { goal } from '../../support/builders';

describe('ellipsis', () => {
  it('never exceeds the length and never cuts a character in half', () => {
    assert.equal(ellipsis('short', 10), 'short');
    assert.equal(ellipsis('Checkout that never loses', 10), 'Checkout…');
    assert.equal(ellipsis('Checkout that never loses', 17), 'Checkout that…');
    assert.equal(ellipsis('Checkout that never loses', 20), 'Checkout that never…');
    assert.equal(ellipsis('A Donaudampfschiffahrt', 10), 'A Donauda…');
    assert.equal(ellipsis('😀😀😀', 2), '😀…');
  });
});

describe('shownName', () => {
  it('is one line of plain text, whatever the title', () => {
    assert.equal(shownName(goal('A-1', { title: 'Two\n\tlines $(bug)' })), 'A-1 Two lines $ (bug)');
    assert.equal(Array.from(shownName(goal('A-1', { title: '😀'.repeat(200) }))).length, 120);
  });
});
