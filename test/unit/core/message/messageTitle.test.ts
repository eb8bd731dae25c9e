import assert from 'node:assert/strict';
import fc from 'fast-check';
import { titleOf, withTitle } from '../../../../src/core/message/messageTitle';

describe('the title of a message', () => {
  for (const [message, title, renamed] of [
    ['One\n', 'One', 'New\n'],
    ['One', 'One', 'New'],
    ['One\nand more\n\nBody\n', 'One and more', 'New\n\nBody\n'],
    ['\n\nOne\n\n\nBody  \n\nInitiative: SHOP-7\n', 'One', 'New\n\n\nBody  \n\nInitiative: SHOP-7\n'],
    ['One\n  \nBody\n', 'One', 'New\n  \nBody\n'],
    ['One\r\n\r\nBody\r\n', 'One', 'New\r\n\r\nBody\r\n'],
    ['', '', 'New\n'],
    ['\n', '', 'New\n'],
  ] as const) {
    it(`of ${JSON.stringify(message)} is its first paragraph`, () => {
      assert.equal(titleOf(message), title);
      assert.equal(withTitle(message, 'New'), renamed);
      assert.equal(withTitle(message, title), message);
    });
  }

  it('can be changed without a byte of what stands below', () => {
    const title = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/);
    fc.assert(
      fc.property(title, title, fc.string(), (one, other, body) => {
        assert.equal(withTitle(`${one}\n\n${body}`, other), `${other}\n\n${body}`);
      }),
    );
  });
});
