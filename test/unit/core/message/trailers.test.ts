import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTrailers, trailerBlockRange } from '../../../../src/core/message/trailers';
import { commitMessages } from './commitMessages';
import { trailersOfGit } from './trailersOfGit';

const ana = { token: 'Signed-off-by', value: 'Ana' };

describe('parseTrailers', () => {
  for (const [name, message, expected] of [
    ['reads the last paragraph', 'Fix\n\nBody: no\n\nSigned-off-by: Ana\nRefs: A-1\n', [ana, ref('A-1')]],
    ['never reads the title', 'Fix: thing\nRefs: A-1', []],
    ['reads nothing from an empty message', '', []],
    ['joins folded lines', 'Fix\n\nRefs: A-1,\n  A-2\n\tA-3\n', [ref('A-1, A-2 A-3')]],
    ['allows spaces before the colon', 'Fix\n\nRefs : A-1', [ref('A-1')]],
    ['takes text among trailers where git wrote one', 'Fix\n\na\nb\nc\nSigned-off-by: Ana', [ana]],
    ['takes no more than three lines of text to a trailer', 'Fix\n\na\nb\nc\nd\nSigned-off-by: Ana', []],
    ['takes no text among other trailers', 'Fix\n\nCloses #12\nRefs: A-1', []],
    [
      'passes over comments and blank lines at the end',
      'Fix\n\nRefs: A-1\n\n# Please enter\n#\n',
      [ref('A-1')],
    ],
    [
      'passes over an old list of conflicts',
      'Merge\n\nRefs: A-1\n\nConflicts:\n\ta.ts\n\tb.ts\n',
      [ref('A-1')],
    ],
    [
      'stops at the scissors',
      'Fix\n\nRefs: A-1\n# ------------------------ >8 ------------------------\n\nRefs: A-2\n',
      [ref('A-1')],
    ],
    ['reads CRLF', 'Fix\r\n\r\nRefs: A-1\r\nSigned-off-by: Ana\r\n', [ref('A-1'), ana]],
  ] as const) {
    it(name, () => assert.deepEqual(parseTrailers(message), expected));
  }

  it('lets a divider end the message only where it is told to', () => {
    const message = 'Fix\n\nRefs: A-1\n---\nnotes\n\nRefs: A-2\n';
    assert.deepEqual(parseTrailers(message), [ref('A-1')]);
    assert.deepEqual(parseTrailers(message, { divider: false }), [ref('A-2')]);
  });

  for (const [divider, scissors, eol, seed] of [
    [false, true, '\n', 1],
    [false, true, '\r\n', 2],
    [false, true, 'mixed', 3],
    // Git before 2.45 looks for scissors behind the divider, so the two do not stand in one message.
    [true, false, '\n', 4],
    [true, false, 'mixed', 5],
  ] as const) {
    it(`agrees with git (seed ${seed})`, function () {
      this.timeout(20_000);
      const messages = fc.sample(commitMessages({ eol, divider, scissors }), { seed, numRuns: 800 });
      const answers = trailersOfGit(messages, { divider });
      assert.equal(answers.length, messages.length);
      messages.forEach((message, at) =>
        assert.deepEqual(parseTrailers(message, { divider }), answers[at], JSON.stringify(message)),
      );
      assert.ok(answers.filter(({ length }) => length > 0).length > messages.length / 20);
    });
  }
});

describe('trailerBlockRange', () => {
  it('says where the trailers are', () => {
    const message = 'Fix\n\nBody\n\nRefs: A-1\nSigned-off-by: Ana\n\n# comment\n';
    const range = trailerBlockRange(message);
    assert.equal(message.slice(range?.start, range?.end), 'Refs: A-1\nSigned-off-by: Ana\n');
  });

  it('says nothing where there are none', () => assert.equal(trailerBlockRange('Fix\n\nBody\n'), undefined));
});

function ref(value: string): { token: string; value: string } {
  return { token: 'Refs', value };
}
