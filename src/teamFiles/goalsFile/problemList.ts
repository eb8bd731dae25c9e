import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import type { Problem, TextRange } from './problem';

/** Nobody reads more of one file; as many errors and as many warnings are kept. */
const maxListed = 500;

/** Collects the problems of one text and turns offsets into lines and columns. */
export class ProblemList {
  private readonly lineStarts = [0];
  private readonly problems: Problem[] = [];
  private readonly count = { error: 0, warning: 0 };

  constructor(private readonly text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) this.lineStarts.push(index + end.length);
  }

  /** Reports what stands from `start` to `end` (UTF-16 offsets), of which the first line is marked. */
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

  /** The problems in the order of the text, with its errors before warnings at the same place. */
  sorted(): Problem[] {
    const { error, warning } = this.count;
    const unlisted = Math.max(0, error - maxListed) + Math.max(0, warning - maxListed);
    if (unlisted > 0) {
      const message = counted(unlisted, {
        one: l10n.t('{0} more problem is not listed: mend those that are.', unlisted),
        other: l10n.t('{0} more problems are not listed: mend those that are.', unlisted),
      });
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
    // Blanks are hard to see when they are marked: the rest of the line is marked then.
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
