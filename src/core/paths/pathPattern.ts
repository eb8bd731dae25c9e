/** What is wrong with a pattern; an error makes it unusable. */
export interface PatternFault {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Each `**` multiplies the ways in which a deep path can be laid out; nobody needs more. */
const maxGlobstars = 4;

/**
 * Says why a pattern cannot be used, or probably does not do what was meant. CODEOWNERS leaves out `!`, `[ ]` and an
 * escaped `#` from the syntax of .gitignore (GitHub docs, "About code owners").
 */
export function patternFault(pattern: string): PatternFault | undefined {
  const bare = pattern.replace(/\\./g, '__');
  const segments = bare.split('/');
  const wrong = errors.find(([isWrong]) => isWrong(pattern, bare, segments));
  if (wrong) return { severity: 'error', message: wrong[1] };
  if (/\\[\p{L}\p{N}]/u.test(pattern)) {
    return {
      severity: 'warning',
      message: 'A backslash takes the next character as it is. Write / between folders.',
    };
  }
  return undefined;
}

/** The pattern as lines of a .gitignore. */
export function toGitignore(pattern: string): string[] {
  // In a .gitignore `docs/*` takes the folders in docs with all that is in them; in CODEOWNERS only the files in docs.
  return pattern.endsWith('/*') ? [pattern, `!${pattern}/`] : [pattern];
}

/** The parts of a pattern that stand in every path it matches, whatever its wildcards stand for. */
export function literalsOf(pattern: string): string[] {
  return pattern.split(/\\.|[*?/]/).filter((part) => part !== '');
}

const errors: readonly (readonly [
  isWrong: (pattern: string, bare: string, segments: readonly string[]) => boolean,
  message: string,
])[] = [
  [
    (pattern) => pattern.startsWith('!'),
    'CODEOWNERS syntax has no ! patterns. Write the pattern on a later line without a key.',
  ],
  [
    (pattern) => pattern.startsWith('\\#'),
    'A pattern cannot begin with #, escaped or not. Write / or **/ before it.',
  ],
  [
    (_, bare) => bare.includes('['),
    'CODEOWNERS syntax has no [ ] ranges. Write \\[ for a bracket in a file name, or ? for any character.',
  ],
  [(_, bare) => bare.endsWith('\\'), 'Nothing follows the backslash. Write / between folders.'],
  [(pattern) => pattern === '/', 'The pattern / matches nothing. Write * for every file.'],
  [
    (_, __, segments) =>
      segments.some(
        (segment, at) => segment === '.' || segment === '..' || (segment === '' && isInner(at, segments)),
      ),
    'The pattern matches nothing: paths have no //, . or .. in them. Begin it with / for the folder that holds .goals.',
  ],
  [
    (_, __, segments) => segments.filter((segment) => segment.includes('**')).length > maxGlobstars,
    `The pattern has more than ${maxGlobstars} times ** in it. Take some out.`,
  ],
];

function isInner(at: number, segments: readonly string[]): boolean {
  return at > 0 && at < segments.length - 1;
}
