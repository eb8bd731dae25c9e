import assert from 'node:assert/strict';
import { removeTag, tagMessage } from '../../../../src/core/message/commitTag';
import { parseTrailers } from '../../../../src/core/message/trailers';
import { tagKeys } from '../editing/tagKeys';
import { trailersOfGit } from './trailersOfGit';

const token = 'Initiative';

// Work that grows with the square of the text would run into the time limit of a test.
describe('large messages', () => {
  it('are tagged, and the tag removed', function () {
    this.timeout(30_000);
    const messages = [
      `Fix\n\n${'word '.repeat(20_000)}\n`,
      `Fix\n\n${'word\n\n'.repeat(20_000)}`,
      `Fix\n\n${'Initiative: NEW-1\n\n'.repeat(6_000)}Body\n`,
      `Fix${'\n'.repeat(100_000)}`,
      `${'\r\n'.repeat(50_000)}Fix\n${'# comment\n'.repeat(10_000)}`,
      `Fix\n\n${'Initiative: OLD-1\n'.repeat(6_000)}`,
    ];
    for (const message of messages) {
      const tagged = tagMessage(message, token, ['NEW-1']);
      assert.deepEqual(tagKeys(tagged, token), ['NEW-1']);
      assert.deepEqual(tagKeys(removeTag(tagged, token), token), []);
    }
  });

  it('have the trailers that git reads', function () {
    this.timeout(20_000);
    const messages = [
      `Fix\n\n${'word '.repeat(20_000)}\n\nRefs: A-1\n`,
      `Fix\n\n${'Refs: A-1\n'.repeat(10_000)}`,
      `Fix\n\nRefs: ${' '.repeat(100_000)}x${' '.repeat(100_000)}\n`,
      `Fix${'\n'.repeat(100_000)}Refs: A-1${'\n#'.repeat(100_000)}`,
      `Fix\n\nRefs: A-1${'\n '.repeat(50_000)}x\n`,
      `Fix\n\n${'a'.repeat(100_000)}\n`,
    ];
    const answers = trailersOfGit(messages, { divider: true });
    assert.deepEqual(
      messages.map((message) => parseTrailers(message)),
      answers,
    );
  });
});
