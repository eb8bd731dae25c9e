import * as l10n from '@vscode/l10n';
import { oneLine } from '../oneLine';
import type { ReportRecord } from './reportSchema';
import type { ReportTable } from './reportSection';
import { reportSections } from './reportSections';
import { shownFindings, type ShownFinding } from './shownFindings';
import { reportScope, reportSentences } from './reportSentences';

/** The widest first column, in characters: wider ones are cut so that the figures stay in view. */
const maxFirst = 60;
/** The most rows of a table; any more are only counted, and the other formats have them all. */
const maxRows = 20;

/** A report for a terminal. */
export function reportText(record: ReportRecord, language: string): string {
  const blocks = [
    [l10n.t('Alignment report'), reportScope(record, language)],
    reportSentences(record, language),
    ...(record.findings.length > 0
      ? [[l10n.t('Needs a decision'), ...shownFindings(record.findings).map(findingLine)]]
      : []),
    ...reportSections(record, language).map(({ title, answer, table }) => [
      title,
      answer,
      ...tableLines(table),
    ]),
    [l10n.t('How this was counted'), ...record.notes, ...record.commands.map((command) => `  $ ${command}`)],
  ];
  return blocks.map((lines) => lines.map(printable).join('\n')).join('\n\n');
}

function findingLine({ reference, text, question }: ShownFinding): string {
  return `  ${[reference, text, question].filter(Boolean).join('  ')}`;
}

function tableLines({ head, rows, foot }: ReportTable): string[] {
  const shown = rows.slice(0, maxRows);
  const more = rows.length - shown.length;
  const lines = [head, ...shown, ...(foot ? [foot] : [])];
  const widths = head.map((_, at) =>
    Math.min(at === 0 ? maxFirst : 24, Math.max(...lines.map((line) => widthOf(line[at])))),
  );
  const write = (line: readonly string[]): string =>
    `  ${line.map((cell, at) => (at === 0 ? fill(cell, widths[at]) : ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell))) + cell)).join('  ')}`.trimEnd();
  const written = lines.map(write);
  if (more > 0) written.splice(1 + shown.length, 0, `  ${l10n.t('and {0} more', more)}`);
  return written;
}

function fill(cell: string, width = 0): string {
  const characters = Array.from(cell);
  const cut = characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : cell;
  return cut + ' '.repeat(Math.max(0, width - widthOf(cut)));
}

function widthOf(cell = ''): number {
  return Array.from(cell).length;
}

/** Keeps indents; removes everything else that a terminal might obey. */
function printable(line: string): string {
  return oneLine(line);
}
