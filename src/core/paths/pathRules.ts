import * as l10n from '@vscode/l10n';
import { distinctKeys } from '../goal/goalKey';
import { isKey } from '../references/goalKeys';
import { PathGlob } from './pathGlob';
import { patternFault } from './pathPattern';

/** Part of one line; the line and columns count from 0, columns in UTF-16 units. */
interface LineSpan {
  readonly line: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** A problem with a line, in one or two sentences that include the next step. */
export interface PathProblem extends LineSpan {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A goal key and its position in the file. */
export interface PathKey extends LineSpan {
  readonly key: string;
}

/** One usable line of a path map. */
export interface PathRule {
  /** As written in the file. */
  readonly pattern: string;
  /** Counted from 0. */
  readonly line: number;
  /** As written, each once; empty if the rule unlinks what it matches. */
  readonly keys: readonly string[];
  readonly glob: PathGlob;
}

/** The parsed lines of a path map. */
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
/** The most problems reported per file: nobody reads more, and the editor keeps each one. */
const maxProblems = 500;
/** How much of a word a message quotes. */
const maxShown = 40;
/** How many trackers write a goal, and how a comment begins here. */
const numberReference = /^#\d+[,;.:]?$/;

/** Parses lines of the form `pattern KEY [KEY…]` in CODEOWNERS syntax. Leaves out any line with an error. */
export function parsePathRules(text: string): PathRules {
  const reading: Reading = { rules: [], keys: [], problems: [] };
  for (const [line, lineText] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const whole = { line, startColumn: 0, endColumn: lineText.length };
    if (lineText.length > maxLineLength) {
      const message = l10n.t(
        'The line is longer than {0} characters and is left out. Shorten it.',
        maxLineLength,
      );
      report(reading, whole, 'error', message);
      continue;
    }
    const [pattern, ...words] = wordsOf(lineText, line);
    if (!pattern || pattern.text.startsWith('#')) continue;
    if (reading.rules.length >= maxRules) {
      const message = l10n.t(
        'Only the first {0} rules are used. Replace single files with patterns.',
        maxRules.toLocaleString('en'),
      );
      reading.problems.push({ ...whole, severity: 'error', message });
      break;
    }
    readRule(reading, pattern, words);
  }
  return reading;
}

interface Reading extends PathRules {
  readonly rules: PathRule[];
  readonly keys: PathKey[];
  readonly problems: PathProblem[];
}

function readRule(reading: Reading, pattern: Word, words: readonly Word[]): void {
  const fault = patternFault(pattern.text);
  if (fault) report(reading, pattern, fault.severity, fault.message);
  if (fault?.severity === 'error') return;
  const { good, bad, lost } = keysOf(words);
  for (const word of bad) {
    const message = l10n.t(
      '{0} is not a goal key. Write keys such as SHOP-7, with spaces between them.',
      JSON.stringify(word.text.slice(0, maxShown)),
    );
    report(reading, word, 'error', message);
  }
  if (lost) {
    const message = l10n.t(
      '{0} begins a comment here and is not read as a goal. Write the key of the goal, such as SHOP-7, or a space after the #.',
      lost.text,
    );
    report(reading, lost, 'warning', message);
  }
  reading.keys.push(...good);
  // A rule that has lost all its keys to errors must not unlink its paths.
  if (good.length === 0 && (bad.length > 0 || lost)) return;
  const { text, line } = pattern;
  reading.rules.push({
    pattern: text,
    line,
    keys: distinctKeys(good.map(({ key }) => key)),
    glob: new PathGlob(text),
  });
}

function report(
  { problems }: Reading,
  { line, startColumn, endColumn }: LineSpan,
  severity: PathProblem['severity'],
  message: string,
): void {
  if (problems.length < maxProblems) problems.push({ line, startColumn, endColumn, severity, message });
}

interface LineKeys {
  readonly good: readonly PathKey[];
  readonly bad: readonly Word[];
  /** A number at the start of the comment that was probably meant as a goal. */
  readonly lost?: Word;
}

function keysOf(words: readonly Word[]): LineKeys {
  const comment = words.findIndex(({ text }) => text.startsWith('#'));
  const written = comment < 0 ? words : words.slice(0, comment);
  const first = words[comment];
  return {
    good: written.filter(({ text }) => isKey(text)).map(({ text, ...span }) => ({ key: text, ...span })),
    bad: written.filter(({ text }) => !isKey(text)),
    ...(first && numberReference.test(first.text) && { lost: first }),
  };
}

/** The words between spaces and tabs; a backslash makes the next character part of the word. */
function wordsOf(text: string, line: number): Word[] {
  return [...text.matchAll(/(?:\\.|[^ \t])+/g)].map(({ 0: word, index }) => ({
    text: word,
    line,
    startColumn: index,
    endColumn: index + word.length,
  }));
}
