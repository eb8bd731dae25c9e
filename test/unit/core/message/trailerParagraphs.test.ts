import assert from 'node:assert/strict';
import fc from 'fast-check';
import { trailersInParagraphs } from '../../../../src/core/message/trailerParagraphs';
import { parseTrailers, type Trailer } from '../../../../src/core/message/trailers';
import { commitMessages } from './commitMessages';

describe('trailersInParagraphs', () => {
  for (const [name, body, expected] of [
    ['reads every paragraph of trailers', 'Refs: A-1\n\nText.\n\nRefs: A-2\n', ['A-1', 'A-2']],
    ['reads text among trailers that git wrote', 'Text\nOwner: A-1\nSigned-off-by: Ana\n', ['A-1', 'Ana']],
    [
      'reads trailers above a list of conflicts',
      'Text\nOwner: A-1\nSigned-off-by: Ana\n\nConflicts:\n\ta.ts\n',
      ['a.ts', 'A-1', 'Ana'],
    ],
    ['reads trailers above comments', 'Text\nOwner: A-1\nSigned-off-by: Ana\n\n# X: y\n', ['A-1', 'Ana']],
    ['reads each once', 'Refs: A-1\nSigned-off-by: Ana\n', ['A-1', 'Ana']],
  ] as const) {
    it(name, () => {
      assert.deepEqual(
        trailersInParagraphs('Fix', body).map(({ value }) => value),
        expected,
      );
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
