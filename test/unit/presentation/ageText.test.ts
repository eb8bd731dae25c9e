import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ageText } from '../../../src/presentation/ageText';
import { textOptions } from '../../support/builders';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('ageText', () => {
  it('is short in every language, and never calls a minute a month', () => {
    const age = (ms: number, language = 'en'): string =>
      ageText(textOptions.now - ms, { ...textOptions, language });
    assert.deepEqual(
      [-day, 5 * minute, 3 * 60 * minute, 2 * day, 40 * day, 800 * day].map((ms) => age(ms)),
      ['just now', '5 min', '3h', '2d', '5w', '2y'],
    );
    fc.assert(
      fc.property(
        fc.integer({ min: minute, max: 20 * 365 * day }),
        fc.constantFrom('en', 'de', 'ja'),
        (ms, language) => assert.ok(age(ms, language).length <= 7, age(ms, language)),
      ),
    );
  });
});
