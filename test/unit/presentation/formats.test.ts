import assert from 'node:assert/strict';
import { madeOnce } from '../../../src/presentation/formats';

describe('madeOnce', () => {
  it('makes what the same language and options ask for once', () => {
    let made = 0;
    const format = madeOnce(
      (language: string, { unit }: { unit: string }) => `${language} ${unit} ${++made}`,
    );
    assert.equal(format('en', { unit: 'day' }), 'en day 1');
    assert.equal(format('en', { unit: 'day' }), 'en day 1');
    assert.equal(format('de', { unit: 'day' }), 'de day 2');
    assert.equal(format('en', { unit: 'week' }), 'en week 3');
  });

  it('does not grow without end, whatever a tracker names', () => {
    let made = 0;
    const format = madeOnce((_: string, { currency }: { currency: number }) => `${currency} ${++made}`);
    for (let currency = 0; currency < 2000; currency++) format('en', { currency });
    format('en', { currency: 1999 });
    assert.equal(made, 2000, 'what was made last is kept');
    format('en', { currency: 0 });
    assert.equal(made, 2001, 'what was made first is gone');
  });
});
