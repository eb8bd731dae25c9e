import assert from 'node:assert/strict';
import { isTrailerToken, trailerTokenFrom } from '../../../../src/core/message/trailerToken';

describe('the token of our trailer', () => {
  for (const [setting, token] of [
    ['Goal', 'Goal'],
    ['7-Days', '7-Days'],
    ['x'.repeat(40), 'x'.repeat(40)],
    ['x'.repeat(41), 'Initiative'],
    ['-Goal', 'Initiative'],
    ['My Goal', 'Initiative'],
    ['Goal:', 'Initiative'],
    ['Goal\n', 'Initiative'],
    ['', 'Initiative'],
    [7, 'Initiative'],
    [['Goal'], 'Initiative'],
    [undefined, 'Initiative'],
  ] as const) {
    it(`is ${token} where the setting is ${JSON.stringify(setting)}`, () => {
      assert.equal(trailerTokenFrom(setting), token);
      if (typeof setting === 'string') assert.equal(isTrailerToken(setting), token === setting);
    });
  }
});
