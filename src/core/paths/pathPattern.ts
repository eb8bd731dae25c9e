import * as l10n from '@vscode/l10n';

/** A problem with a pattern; an error makes the pattern unusable. */
export interface PatternFault {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** The most `**` in one pattern: nobody needs more. */
const maxGlobstars = 4;

/**
 * Says why a pattern cannot be used, or probably does not do what was meant. CODEOWNERS excludes `!`, `[ ]` and an
 * escaped `#` from .gitignore syntax (GitHub docs, "About code owners").
 */
export function patternFault(pattern: string): PatternFault | undefined {
  const bare = pattern.replace(/\\./gsu, '__');
  const segments = bare.split('/');
  const wrong = errors.find(([isWrong]) => isWrong(pattern, bare, segments));
  if (wrong) return { severity: 'error', message: wrong[1]() };
  if (/\\[\p{L}\p{N}]/u.test(pattern)) {
    return {
      severity: 'warning',
      message: l10n.t('A backslash takes the next character as it is. Write / between folders.'),
    };
  }
  return undefined;
}

const errors: readonly (readonly [
  isWrong: (pattern: string, bare: string, segments: readonly string[]) => boolean,
  message: () => string,
])[] = [
  [
    (pattern) => pattern.startsWith('!'),
    () => l10n.t('CODEOWNERS syntax has no ! patterns. Write the pattern on a later line without a key.'),
  ],
  [
    (pattern) => pattern.startsWith('\\#'),
    () => l10n.t('A pattern cannot begin with #, escaped or not. Write / or **/ before it.'),
  ],
  [
    (_, bare) => bare.includes('['),
    () =>
      l10n.t(
        'CODEOWNERS syntax has no [ ] ranges. Write \\[ for a bracket in a file name, or ? for any character.',
      ),
  ],
  [
    // An escaped slash cannot be part of a name either.
    (pattern, bare) => bare.endsWith('\\') || pattern.match(/\\./gsu)?.includes('\\/') === true,
    () => l10n.t('Nothing follows the backslash. Write / between folders.'),
  ],
  [(pattern) => pattern === '/', () => l10n.t('The pattern / matches nothing. Write * for every file.')],
  [
    (_, __, segments) =>
      segments.some(
        (segment, at) => segment === '.' || segment === '..' || (segment === '' && isInner(at, segments)),
      ),
    () =>
      l10n.t(
        'The pattern matches nothing: paths have no //, . or .. in them. Begin it with / for the folder that holds .goals.',
      ),
  ],
  [
    (_, __, segments) => segments.filter((segment) => segment.includes('**')).length > maxGlobstars,
    () => l10n.t('The pattern has ** in it more than {0} times. Take some out.', maxGlobstars),
  ],
];

function isInner(at: number, segments: readonly string[]): boolean {
  return at > 0 && at < segments.length - 1;
}
