import assert from 'node:assert/strict';
import fc from 'fast-check';
import { trailersInParagraphs } from '../../../../src/core/message/trailerParagraphs';
import { parseTrailers, type Trailer } from '../../../../src/core/message/trailers';
import { commitMessages } from './commitMessages';

const signed = 'Signed-off-by: Ana <ana@shop.example>';
const ana = 'Signed-off-by=Ana <ana@shop.example>';

describe('trailersInParagraphs', () => {
  for (const [name, body, expected] of [
    ['reads nothing of a text', 'Some text\nand more', []],
    ['reads nothing of an empty body', '', []],
    ['reads every paragraph of trailers', 'Refs: A-1\n\nText\n\nRefs: A-2', ['Refs=A-1', 'Refs=A-2']],
    ['reads one above a rule', '* One\n\nRefs: A-1\n\n---------\n\n* Two', ['Refs=A-1']],
    ['reads one at the very end', 'Text\n\nRefs: A-1', ['Refs=A-1']],
    ['takes a line of blanks for blank', 'Refs: A-1\n \t\r\nText\n', ['Refs=A-1']],
    ['reads none beside text', 'Text\nUnusual: A-1\n\nUnusual: A-2\nText', []],
    ['reads a common one beside text', 'Text\nCloses-Bug: A-1\nUnusual: A-2', ['Closes-Bug=A-1']],
    ['joins a folded value', 'Refs: A-1,\n  A-2\n\tA-3', ['Refs=A-1, A-2 A-3']],
    ['reads a value that begins on the next line', 'Refs:\n  A-1', ['Refs=A-1']],
    ['takes an indented line without a trailer above it for text', '  indented\nUnusual: A-1', []],
    ['takes an indented line below text for text', 'Unusual: A-1\nText\n  more: A-2', []],
    ['trims values', 'Refs:   A-1  ', ['Refs=A-1']],
    ['takes a value with a colon', 'Refs: https://x.example/1', ['Refs=https://x.example/1']],
    ['reads what git reads beside its own trailers', `Text\nUnusual: A-1\n${signed}`, ['Unusual=A-1', ana]],
    [
      'reads what git reads beside a comment',
      'Unusual: A-1\n# a comment: with a colon\nOther: A-2',
      ['Unusual=A-1', 'Other=A-2'],
    ],
    [
      'reads what git reads beside what stands above',
      `Refs: A-1\n\nText\nUnusual: A-2\n${signed}`,
      ['Refs=A-1', 'Unusual=A-2', ana],
    ],
    ['joins no line below text', 'Closes-Bug: A-1\nText\n  more', ['Closes-Bug=A-1']],
    ['tells each once', `Refs: A-1\n${signed}`, ['Refs=A-1', ana]],
    ['tells each once, whatever its case', `REFS: A-1\n${signed}`, ['REFS=A-1', ana]],
    ['reads below a divider', `Text\n\n---\nnotes\n\nText\nUnusual: A-1\n${signed}`, ['Unusual=A-1', ana]],
    [
      'reads trailers above a list of conflicts',
      `Text\nUnusual: A-1\n${signed}\n\nConflicts:\n\ta.ts\n`,
      ['Conflicts=a.ts', 'Unusual=A-1', ana],
    ],
    [
      'reads trailers above a comment',
      `Text\nUnusual: A-1\n${signed}\n\n# Other: A-2\n`,
      ['Unusual=A-1', ana],
    ],
  ] as const) {
    it(name, () => {
      const found = trailersInParagraphs('Fix', body).map(({ token, value }) => `${token}=${value}`);
      assert.deepEqual(found.sort(), [...expected].sort());
    });
  }

  it('finds all that git reads', () => {
    let found = 0;
    fc.assert(
      fc.property(commitMessages({ eol: '\n', divider: false, scissors: false }), (message) => {
        const [, subject = '', body = ''] = /^\s*(.*?)(?:\n[ \t]*\n(.*))?$/s.exec(message) ?? [];
        const ofGit = parseTrailers(`${subject}\n\n${body}`, { divider: false });
        const all = new Set(trailersInParagraphs(subject, body).map(idOf));
        found += ofGit.length;
        assert.deepEqual(
          ofGit.map(idOf).filter((id) => !all.has(id)),
          [],
        );
      }),
    );
    assert.ok(found > 0);
  });
});

/** However it is folded: white space within a value does not count. */
function idOf({ token, value }: Trailer): string {
  return `${token.toLowerCase()}:${value.replace(/\s+/g, ' ')}`;
}
