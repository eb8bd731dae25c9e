import { Verbatim } from './verbatim';

const fence = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/;
const inlineCode = /(?<!`)(`{1,3})(?!`)[^\n]{1,400}?(?<!`)\1(?!`)/g;

/** Changes what stands in Markdown besides code: fenced and indented blocks, and code in a line, stay as written. */
export function inProse(markdown: string, change: (prose: string) => string): string {
  const kept = new Verbatim();
  const lines: string[] = [];
  let block: string[] = [];
  let open: string | undefined;
  let isList = false;
  const end = (): void => {
    if (block.length > 0) lines.push(kept.keep(block.join('\n')));
    block = [];
  };
  for (const line of Verbatim.clean(markdown).split('\n')) {
    const [, marks = '', rest = ''] = fence.exec(line) ?? [];
    if (open !== undefined) {
      block.push(line);
      if (!marks.startsWith(open) || rest.trim() !== '') continue;
      open = undefined;
      end();
    } else if (marks !== '' && !(marks.startsWith('`') && rest.includes('`'))) {
      end();
      open = marks;
      block.push(line);
    } else {
      const isIndented = /^(?: {4}|\t)/.test(line);
      if (!isIndented && line.trim() !== '') isList = listItem.test(line) || (isList && /^\s/.test(line));
      const isCode = isIndented && !isList && (block.length > 0 || (lines.at(-1) ?? '').trim() === '');
      if (isCode) block.push(line);
      else {
        end();
        lines.push(line);
      }
    }
  }
  end();
  return kept.restore(change(lines.join('\n').replace(inlineCode, (code) => kept.keep(code))));
}
