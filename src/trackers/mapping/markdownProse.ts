import { Verbatim } from './verbatim';

const fence = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/;
const inlineCode = /(?<!`)(`{1,3})(?!`)[^\n]{1,400}?(?<!`)\1(?!`)/g;

/** Changes what stands in Markdown besides code: fenced and indented blocks, and code in a line, stay as written. */
export function inProse(markdown: string, change: (prose: string) => string): string {
  const kept = new Verbatim();
  const lines = new MarkdownLines();
  for (const line of Verbatim.clean(markdown).split('\n')) lines.add(line);
  const prose = lines.runs
    .map(({ isCode, text }) => (isCode ? kept.keep(text.join('\n')) : text.join('\n')))
    .join('\n')
    .replace(inlineCode, (code) => kept.keep(code));
  return kept.restore(change(prose));
}

/** Lines that are all code, or none of it. */
interface Run {
  readonly isCode: boolean;
  readonly text: string[];
}

class MarkdownLines {
  readonly runs: Run[] = [];
  /** The marks that a fenced block began with. */
  private open: string | undefined;
  private isList = false;
  private isAfterBlank = true;

  add(line: string): void {
    const isCode = this.isInFence(line) || this.isIndentedCode(line);
    const last = this.runs.at(-1);
    if (last?.isCode === isCode) last.text.push(line);
    else this.runs.push({ isCode, text: [line] });
    this.isAfterBlank = isCode || line.trim() === '';
  }

  private isInFence(line: string): boolean {
    const [, marks = '', rest = ''] = fence.exec(line) ?? [];
    if (this.open !== undefined) {
      if (marks.startsWith(this.open) && rest.trim() === '') this.open = undefined;
      return true;
    }
    // Code in a line may be written with three marks as well.
    if (marks === '' || (marks.startsWith('`') && rest.includes('`'))) return false;
    this.open = marks;
    return true;
  }

  private isIndentedCode(line: string): boolean {
    if (/^(?: {4}|\t)/.test(line)) return this.isAfterBlank && !this.isList;
    if (line.trim() !== '') this.isList = listItem.test(line) || (this.isList && /^\s/.test(line));
    return false;
  }
}
