import assert from 'node:assert/strict';
import { isBlank, joinLines, layoutOf, splitLines } from '../../../../src/core/message/messageLayout';

const scissors = '# ------------------------ >8 ------------------------';
const isOwn = (text: string): boolean => text.startsWith('Initiative: ');

describe('layoutOf', () => {
  for (const [name, message, first, block, end] of [
    ['an empty message', '', 0, 0, 0],
    ['blank lines', '\n \n', 0, 0, 0],
    ['a title', 'Fix', 0, 1, 1],
    ['a title below blanks and comments', '\n# a\n\nFix\n', 3, 4, 4],
    ['a title above blanks and comments', 'Fix\n\n# a\n\n# b\n', 0, 1, 1],
    ['a body', 'Fix\n\nText\n\n', 0, 3, 3],
    ['trailers', 'Fix\n\nRefs: A-1\nRefs: A-2\n', 0, 2, 4],
    ['trailers below blanks, above comments', '\n\nFix\n\nRefs: A-1\n\n# a\n', 2, 4, 5],
    ['trailers without a line break at the end', 'Fix\n\nText\n\nRefs: A-1', 0, 4, 5],
    ['a title that looks like a trailer', 'Fix: it\n', 0, 1, 1],
    ['a title that reads like a list of conflicts', 'Conflicts:\n', 0, 1, 1],
    ['comments alone', '# a\n# b\n', 1, 1, 1],
    ['blanks above comments', '\n# a\n', 0, 0, 0],
    ['our tag below a blank line', '\n\nInitiative: A-1\n', 2, 2, 3],
    ['our tags and a comment below a blank line', '\n\nInitiative: A-1\n# a\nInitiative: A-2\n', 2, 2, 5],
    ['our tag where the title stands', 'Initiative: A-1\n', 0, 1, 1],
    ['our tag below a comment', '# a\nInitiative: A-1\n', 1, 2, 2],
    ['our tag and text below a blank line', '\n\nInitiative: A-1\nText\n', 2, 4, 4],
    ['what stands above the scissors', `Fix\n\n${scissors}\nRefs: A-1\n`, 0, 1, 1],
    ['a divider', 'Fix\n\n---\n\nRefs: A-1\n', 0, 4, 5],
  ] as const) {
    it(`finds ${name}`, () => {
      const found = layoutOf(message, isOwn);
      assert.deepEqual([found.first, found.block, found.end], [first, block, end]);
      assert.equal(joinLines(found.lines), message);
    });
  }

  it('knows no comments where nothing begins one', () => {
    const { first, block, end } = layoutOf('\n# a\n\nRefs: A-1\n', isOwn, '');
    assert.deepEqual([first, block, end], [1, 3, 4]);
  });
});

describe('the lines of a text', () => {
  it('are made one text again', () => {
    for (const text of ['', '\n', 'a', 'a\n', 'a\r\nb\n\nc', '\r\n\r\n', 'a\rb'])
      assert.equal(joinLines(splitLines(text)), text);
  });

  it('have the line break that ends them', () =>
    assert.deepEqual(splitLines('a\r\n\nb'), [
      { text: 'a', eol: '\r\n' },
      { text: '', eol: '\n' },
      { text: 'b', eol: '' },
    ]));

  it('are blank if they hold white space of ASCII only', () => {
    for (const text of ['', ' ', '\t \r']) assert.ok(isBlank(text));
    for (const text of ['\u00a0', 'a', ' a', 'a ']) assert.ok(!isBlank(text));
  });
});
