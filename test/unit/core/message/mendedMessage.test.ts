import assert from 'node:assert/strict';
import { harmedMessage, mendedMessage } from '../../../../src/core/message/harmedMessage';

const token = 'Initiative';

describe('mendedMessage', () => {
  it('keeps all of an earlier message, and signs it off once', () => {
    const signed = 'Signed-off-by: Ana <ana@shop.example>';
    const found = harmedMessage(`Initiative: SHOP-7\n\n${signed}\n`, token);
    assert.ok(found);
    assert.equal(
      mendedMessage(found, token, `Use the retry\n\nBody\n\n${signed}\n`),
      `Use the retry\n\nBody\n\n${signed}\nInitiative: SHOP-7\n`,
    );
  });

  it('leaves room for a title where none is known', () => {
    const found = harmedMessage('Initiative: SHOP-7\n', token);
    assert.ok(found);
    assert.equal(mendedMessage(found, token).trimEnd(), '\n\nInitiative: SHOP-7');
  });

  it('puts other trailers with those of the earlier message', () => {
    const found = harmedMessage('Initiative: SHOP-7\n\nChange-Id: I1\n', token);
    assert.ok(found);
    for (const earlier of ['Use it\n\nReviewed-by: Bo', 'Use it\n\n---\nnotes\n\nReviewed-by: Bo']) {
      assert.equal(
        mendedMessage(found, token, `${earlier}\n`),
        `${earlier}\nChange-Id: I1\nInitiative: SHOP-7\n`,
      );
    }
  });
});
