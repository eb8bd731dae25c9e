import fc from 'fast-check';

const scissors = '# ------------------------ >8 ------------------------';

/** Lines that have a meaning of their own in a commit message, and lines that only look so. */
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Signed-off-by: Ana <ana@example.com>',
      'Co-authored-by: Łukasz <l@example.com>',
      'Refs: A-1',
      'refs : A-2',
      'Empty:',
      'No space:x',
      'Two words: x',
      'Reviewed-by:\tBo',
      'Initiative: OLD-1',
      'initiative: OLD-2, OLD-3',
      'Initiative: because',
      '(cherry picked from commit 0123456789abcdef)',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Fix the cart',
      'fixup! Fix the cart',
      "Merge branch 'main' into feature/SHOP-142",
      'Closes #12',
      '修复购物车 SHOP-142',
      'Müller: naïve',
      '- a list item',
      'https://example.com/a:b',
      ': no token',
      '-: a hyphen',
      '日本語: 値',
      '😀',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(' continued', '\tcontinued: here', '  ', '\t', ' .') },
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom('# a comment', '#', '#Refs: A-9', 'Conflicts:', '\tsrc/a.ts') },
  { weight: 1, arbitrary: fc.stringMatching(/^[ -~]{0,100}$/) },
);

/** How a generated message is made up. */
interface Shape {
  readonly eol: '\n' | '\r\n' | 'mixed';
  /** Whether a line `---` may stand in it. */
  readonly divider: boolean;
  /** Whether a scissors line and a patch may end it. */
  readonly scissors: boolean;
}

/** Commit messages of 0 to 24 lines, most of them hard to read in some way. */
export function commitMessages({ eol, divider, scissors: cut }: Shape): fc.Arbitrary<string> {
  const someLine = divider
    ? fc.oneof(
        { weight: 20, arbitrary: line },
        { weight: 1, arbitrary: fc.constantFrom('---', '--- a/x', '---x') },
      )
    : line;
  const tail = cut
    ? fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        {
          weight: 1,
          arbitrary: fc.constant([scissors, '# Do not touch the line above.', 'diff --git a b', 'A: b']),
        },
      )
    : fc.constant<string[]>([]);
  const breakOf = eol === 'mixed' ? fc.constantFrom('\n', '\r\n') : fc.constant(eol);
  return fc
    .tuple(fc.array(line, { maxLength: 2 }), fc.array(someLine, { maxLength: 22 }), tail, fc.boolean())
    .chain(([head, body, end, isClosed]) => {
      const lines = [...head, '', ...body, ...end];
      return fc
        .array(breakOf, { minLength: lines.length, maxLength: lines.length })
        .map((breaks) =>
          lines
            .map((text, at) => text + (at < lines.length - 1 || isClosed ? (breaks[at] ?? '\n') : ''))
            .join(''),
        );
    });
}
