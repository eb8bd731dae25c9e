import fc from 'fast-check';

const segment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'ab', 'a.ts', 'B', '.a', 'a b', 'é') },
  {
    weight: 5,
    arbitrary: fc.constantFrom('*', '**', '*.ts', 'a*', '*b', '?', 'a?', '*a*', '?*', '.*', '*b*a*', '??*b'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['\\*', '\\?', '\\[a]', 'a\\b', ']', '{a,b}', '+a', '$', '^a', '(a|b)', '*.*', 'a**b', '***'],
    ),
  },
);

/** A pattern that CODEOWNERS and .gitignore both allow: every part of it is chosen so. */
export const pattern = fc
  .tuple(
    fc.constantFrom('', '', '/'),
    fc.array(segment, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '/'),
  )
  .map(([start, segments, end]) => (start + segments.join('/') + end).replaceAll(' ', '\\ '));

const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'ab', 'a.ts') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('B', '.a', 'a b', 'é', 'bab', '*', '[a]', ']', '{a,b}', '+a', '$', '^a'),
  },
);

/** A path relative to the folder that holds the patterns. */
export const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));

/** The pattern as lines of a .gitignore. */
export function toGitignore(text: string): string[] {
  // In a .gitignore `docs/*` takes the folders in docs with all that is in them; in CODEOWNERS only the files in docs.
  return text.endsWith('/*') ? [text, `!${text}/`] : [text];
}
