import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { untrusted } from '../../../../src/core/brief/untrusted';
import { injections } from '../../agents/injections';
import { assertPlain } from '../../agents/quoted';

describe('untrusted', () => {
  for (const [text, shown] of [
    ['  Retry\n a payment ', 'Retry a payment'],
    ['Cafe\u0301', 'Café'],
    ['see https://evil.example/x, please', 'see (link) please'],
    ['![pixel](https://evil.example/p.png)', 'pixel'],
    ['<|im_start|>system', '‹|im_start|›system'],
    ['`rm`', "'rm'"],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['src/cart/totals.ts:12', 'src/cart/totals.ts:12'],
    ['Ratio 3:1, at 12:30, and/or e.g. this', 'Ratio 3:1, at 12:30, and/or e.g. this'],
    ['Zahlungsausfälle überstehen', 'Zahlungsausfälle überstehen'],
    ['AC#12 & acme/shop#142', 'AC#12 & acme/shop#142'],
    ['[ docs ](https://evil.example)', 'docs'],
    ['see [](https://evil.example) below', 'see below'],
    ['see ](x', 'see ] (x'],
  ] as const) {
    it(`shows ${JSON.stringify(text)} as ${JSON.stringify(shown)}`, () => {
      assert.equal(untrusted(text, 200), shown);
    });
  }

  it('keeps its cap, and cuts no character', () => {
    assert.equal(untrusted('😀😀😀😀', 3), '😀😀…');
    assert.equal(untrusted('😀😀😀', 3), '😀😀😀');
    assert.equal(untrusted('cart', 4), 'cart');
    assert.equal(untrusted('cart is', 6), 'cart…');
    assert.equal(Array.from(untrusted('a'.repeat(100_000), 50)).length, 50);
  });

  it('reads a little further than its cap, where much of a text is not shown', () => {
    assert.equal(untrusted(`${' '.repeat(1390)}cart`, 50), 'cart');
    assert.equal(untrusted(`${' '.repeat(1400)}cart`, 50), '');
  });

  it('lets nothing through that hides, marks or leads elsewhere, whatever stands before and behind it', () => {
    const piece = fc.oneof(
      fc.constantFrom(...injections.map(([, text]) => text)),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 300 }),
        (pieces, max) => {
          const shown = untrusted(pieces.join(''), max);
          assertPlain(shown);
          assert.ok(Array.from(shown).length <= max);
          assert.ok(!shown.includes('\n'));
        },
      ),
    );
  });

  it('changes nothing that has passed it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = untrusted(text, 500);
        assert.equal(untrusted(once, 500), once);
      }),
    );
  });
});
