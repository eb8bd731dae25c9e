import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText } from '../../../src/vscode/markdownText';

describe('markdownText', () => {
  it('leaves words as they are, so that lines wrap', () =>
    assert.equal(markdownText('Retry a payment\nthat fails'), 'Retry a payment that fails'));

  it('leaves no mark, link or icon of a text at work', () =>
    assert.equal(
      markdownText('[x](command:a) <b> $(sync~spin) https://a.b @c'),
      '\\[x\\]\\(command\\:a\\) \\<b\\> \\$ \\(sync\\~spin\\) https\\:\\/\\/a\\.b \\@c',
    ));

  it('says the same text once Markdown has read it', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const read = markdownText(text).replace(/\\([!-/:-@[-`{-~])/g, '$1');
        assert.equal(read, text.replace(/\s+/g, ' ').replaceAll('$(', '$ ('));
        assert.doesNotMatch(markdownText(text), /(?<!\\)(?:\\\\)*[[\]<>`*_~$:@]/);
      }),
    ));
});
