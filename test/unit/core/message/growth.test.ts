import assert from 'node:assert/strict';
import { removeTag, tagMessage } from '../../../../src/core/message/commitTag';
import { harmedMessage, mendedMessage } from '../../../../src/core/message/harmedMessage';
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

  it('are mended, however many goals they name', function () {
    this.timeout(20_000);
    const tags = Array.from({ length: 40_000 }, (_, at) => `Initiative: SHOP-${at}\n`);
    const others = Array.from({ length: 20_000 }, (_, at) => `Refs: A-${at}\n`).join('');
    for (const message of [
      `Fix\n\n${tags.join('')}\nand more text\n`,
      `Initiative: SHOP-7\n${tags.map((tag, at) => `text${at} ${tag}`).join('')}`,
    ]) {
      const harmed = harmedMessage(message, token);
      assert.ok(harmed);
      const mended = mendedMessage(harmed, token);
      assert.equal(tagKeys(mended, token).length, tags.length);
      assert.equal(tagKeys(tagMessage(mended, token, ['NEW-1']), token).length, 1);
    }
    const untitled = { harm: 'untitled', keys: ['SHOP-7'], text: others } as const;
    assert.equal(mendedMessage(untitled, token, `Fix\n\n${others}`).split('\n').length, 20_004);
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
