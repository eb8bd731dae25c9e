import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { counted } from '../../../src/core/counted';

describe('counted', () => {
  const said = (count: number): string => counted(count, { one: 'one', other: 'other' });
  afterEach(() => l10n.config({ contents: {} }));

  it('takes the form of one for one alone in English', () =>
    assert.deepEqual([0, 1, 1.5, 2, 21].map(said), ['other', 'one', 'other', 'other', 'other']));

  it('follows the language of the translation, not that of the window', () => {
    l10n.config({
      contents: {
        'en/The language of this translation as a BCP 47 tag, such as "de": plural forms follow it.': 'fr',
      },
    });
    assert.deepEqual([0, 1, 1.5, 2].map(said), ['one', 'one', 'one', 'other']);
  });
});
