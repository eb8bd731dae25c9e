import { unlistedProblems } from '../../core/unlistedProblems';
import type { Problem, TextRange } from './problem';

/** How many errors, and how many warnings, are kept; nobody reads more of one file. */
const maxListed = 500;

/** Collects the problems of one text and turns offsets into lines and columns. */
export class ProblemList {
  private readonly lineStarts = [0];
  private readonly problems: Problem[] = [];
  private readonly count = { error: 0, warning: 0 };

  constructor(private readonly text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) this.lineStarts.push(index + end.length);
  }

  /** Reports a problem with the text from `start` to `end` (UTF-16 offsets), marking its first line. */
  add(
    severity: Problem['severity'],
    start: number,
    end: number,
    message: string,
    more: Pick<Problem, 'key' | 'missing'> = {},
  ): void {
    this.count[severity] += 1;
    if (this.count[severity] > maxListed) return;
    const range = this.range(start, end);
    this.problems.push({ severity, message, range, ...more });
  }

  /** The line that an offset is on, counted from 1 as editors show it. */
  lineOf(offset: number): number {
    return this.lineIndex(offset) + 1;
  }

  /** The line that an offset is on, without its line end. */
  lineText(offset: number): string {
    const line = this.lineIndex(offset);
    return this.text.slice(this.lineStarts[line], this.lineStarts[line + 1]).trimEnd();
  }

  /** Where the next line with content begins; the end of the text if there is none. */
  nextLine(offset: number): number {
    for (let line = this.lineIndex(offset) + 1; ; line += 1) {
      const start = this.lineStarts[line];
      if (start === undefined) return this.text.length;
      if (this.text.slice(start, this.lineStarts[line + 1]).trim() !== '') return start;
    }
  }

  /** The column of an offset, counted from 0. */
  columnOf(offset: number): number {
    return offset - (this.lineStarts[this.lineIndex(offset)] ?? 0);
  }

  /** The problems in text order, errors before warnings at the same place. */
  sorted(): Problem[] {
    const { error, warning } = this.count;
    const unlisted = Math.max(0, error - maxListed) + Math.max(0, warning - maxListed);
    if (unlisted > 0) {
      const message = unlistedProblems(unlisted);
      this.problems.push({ severity: 'warning', message, range: this.range(0, 0) });
    }
    return this.problems.sort(
      (a, b) =>
        a.range.startLine - b.range.startLine ||
        a.range.startColumn - b.range.startColumn ||
        a.severity.localeCompare(b.severity),
    );
  }

  private range(start: number, end: number): TextRange {
    const from = Math.min(Math.max(start, 0), this.text.length);
    const line = this.lineIndex(from);
    const column = from - (this.lineStarts[line] ?? 0);
    const nextLine = this.lineStarts[line + 1] ?? this.text.length;
    const lineRest = this.text.slice(from, nextLine).trimEnd();
    // Marked blanks are hard to see, so the rest of the line is marked instead.
    const marked = lineRest.slice(0, Math.max(end - from, 1)).trimEnd() || lineRest;
    return { startLine: line, startColumn: column, endLine: line, endColumn: column + marked.length };
  }

  private lineIndex(offset: number): number {
    let [low, high] = [0, this.lineStarts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.lineStarts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
