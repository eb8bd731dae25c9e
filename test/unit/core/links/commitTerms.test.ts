import assert from 'node:assert/strict';
import { keysInText, referencesInTrailer } from '../../../../src/core/links/commitTerms';
import type { ReferenceRules } from '../../../../src/core/links/referenceRules';

const rules: ReferenceRules = {
  trailer: 'Initiative',
  referenceTrailers: ['Topic'],
  projects: new Set(['SHOP', 'CLI']),
  invented: new Set(['CLI']),
  keyOf: (text) => (text === '#142' ? 'SHOP-142' : text.toUpperCase() === 'OLD-5' ? 'SHOP-8' : undefined),
};

describe('the references in a trailer', () => {
  const found = (token: string, value: string, each = rules): string[] =>
    referencesInTrailer(token, value, each).map(({ key, by, text }) => `${key} ${by} ${text}`);

  it('are any keys under our token, in any case', () =>
    assert.deepEqual(found('initiative', '#142, other-1 old-5'), [
      'SHOP-142 trailer #142',
      'OTHER-1 trailer other-1',
      'SHOP-8 trailer old-5',
    ]));

  it('are known goals alone under the tokens in common use, and the team’s own', () => {
    assert.deepEqual(found('Closes', '#142, #7, SHOP-3, OTHER-1, old-5'), [
      'SHOP-142 closingKeyword #142',
      'SHOP-3 closingKeyword SHOP-3',
      'SHOP-8 closingKeyword old-5',
    ]);
    assert.deepEqual(found('Refs', 'shop-3'), ['SHOP-3 referenceTrailer shop-3']);
    assert.deepEqual(found('topic', 'SHOP-3'), ['SHOP-3 referenceTrailer SHOP-3']);
    assert.deepEqual(found('Reviewed-by', 'SHOP-3'), []);
  });

  it('are numbers without a sign where the token says what they count', () => {
    assert.deepEqual(found('Closes-Bug', '142'), ['SHOP-142 closingKeyword 142']);
    assert.deepEqual(found('Closes-Bug', '143, 0142, x142'), []);
    assert.deepEqual(found('Initiative', '142'), ['142 trailer 142']);
  });

  it('are whole words: no key within a longer one', () =>
    assert.deepEqual(found('Refs', 'x/SHOP-3 SHOP-3/x'), []));

  it('are the keys of known projects where nothing else is known', () => {
    const { trailer, projects } = rules;
    assert.deepEqual(found('Refs', 'SHOP-3 #142 142', { trailer, projects }), [
      'SHOP-3 referenceTrailer SHOP-3',
    ]);
    assert.deepEqual(found('Initiative', 'shop-3', { trailer, projects }), ['SHOP-3 trailer shop-3']);
  });
});

describe('the keys in a text', () => {
  const found = (text: string, limit?: number): string[] =>
    keysInText(text, { ...rules, projects: new Set([...rules.projects, 'OLD']) }, limit).map(
      ({ key, text: written }) => `${key} ${written}`,
    );

  it('are those of known projects, as the goals are called now', () =>
    assert.deepEqual(found('shop-3, OLD-5 and UTF-8'), ['SHOP-3 shop-3', 'SHOP-8 OLD-5']));

  it('are in upper case where we made the project up', () =>
    assert.deepEqual(found('CLI-2 but not cli-3 or Cli-4'), ['CLI-2 CLI-2']));

  it('begin before a limit', () => assert.deepEqual(found('SHOP-1 SHOP-2', 7), ['SHOP-1 SHOP-1']));
});
