import { normalizeKey } from '../goal/goalKey';
import { isKey } from '../references/goalKeys';
import { literalsOf, patternFault, toGitignore } from './pathPattern';

/** A part of one line; line and columns count from 0, columns in UTF-16 units. */
export interface LineSpan {
  readonly line: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** What is wrong with a line, in one or two sentences with the next step in them. */
export interface PathProblem extends LineSpan {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A goal key where it stands in the file. */
export interface PathKey extends LineSpan {
  readonly key: string;
}

/** One usable line of a path map. */
export interface PathRule {
  /** As written in the file. */
  readonly pattern: string;
  /** Counted from 0. */
  readonly line: number;
  /** As written, each once; empty where the rule unlinks what it matches. */
  readonly keys: readonly string[];
  /** What stands in every path that matches: a quick way to pass over the rule. */
  readonly literals: readonly string[];
  /** Lines of a .gitignore that ignore what the rule matches. */
  readonly gitignore: readonly string[];
}

/** The lines of a path map, read. */
export interface PathRules {
  readonly rules: readonly PathRule[];
  readonly keys: readonly PathKey[];
  readonly problems: readonly PathProblem[];
}

interface Word extends LineSpan {
  readonly text: string;
}

const maxRules = 10_000;
const maxLineLength = 4096;

/** Reads the lines `pattern KEY [KEY…]` in the syntax of CODEOWNERS. A line with an error in it is left out. */
export function parsePathRules(text: string): PathRules {
  const rules: PathRule[] = [];
  const keys: PathKey[] = [];
  const problems: PathProblem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [line, lineText] of lines.entries()) {
    const report = (span: LineSpan, severity: PathProblem['severity'], message: string): void => {
      const { startColumn, endColumn } = span;
      problems.push({ line, startColumn, endColumn, severity, message });
    };
    const whole = { line, startColumn: 0, endColumn: lineText.length };
    if (lineText.length > maxLineLength) {
      report(
        whole,
        'error',
        `The line is longer than ${maxLineLength} characters and is left out. Shorten it.`,
      );
      continue;
    }
    const [pattern, ...words] = wordsOf(lineText, line);
    if (!pattern || pattern.text.startsWith('#')) continue;
    if (rules.length >= maxRules) {
      const limit = maxRules.toLocaleString('en');
      report(whole, 'error', `Only the first ${limit} rules are used. Replace single files by patterns.`);
      break;
    }
    const fault = patternFault(pattern.text);
    if (fault) report(pattern, fault.severity, fault.message);
    if (fault?.severity === 'error') continue;
    const { good, bad } = keysOf(words);
    for (const word of bad) {
      report(
        word,
        'error',
        `${JSON.stringify(word.text)} is not a goal key. Write keys such as SHOP-7, with spaces between them.`,
      );
    }
    keys.push(...good);
    // A rule that has lost all its keys to typing errors must not unlink its paths.
    if (good.length === 0 && bad.length > 0) continue;
    rules.push({
      pattern: pattern.text,
      line,
      keys: unique(good),
      literals: literalsOf(pattern.text),
      gitignore: toGitignore(pattern.text),
    });
  }
  return { rules, keys, problems };
}

function keysOf(words: readonly Word[]): { good: PathKey[]; bad: Word[] } {
  const comment = words.findIndex(({ text }) => text.startsWith('#'));
  const written = comment < 0 ? words : words.slice(0, comment);
  return {
    good: written.filter(({ text }) => isKey(text)).map(({ text, ...span }) => ({ key: text, ...span })),
    bad: written.filter(({ text }) => !isKey(text)),
  };
}

/** The words between spaces and tabs; a backslash takes the next character into the word. */
function wordsOf(text: string, line: number): Word[] {
  return [...text.matchAll(/(?:\\.|[^ \t])+/g)].map(({ 0: word, index }) => ({
    text: word,
    line,
    startColumn: index,
    endColumn: index + word.length,
  }));
}

function unique(keys: readonly PathKey[]): string[] {
  const seen = keys.map(({ key }) => normalizeKey(key));
  return keys.map(({ key }) => key).filter((key, at) => seen.indexOf(normalizeKey(key)) === at);
}
