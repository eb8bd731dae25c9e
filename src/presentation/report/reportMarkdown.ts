import * as l10n from '@vscode/l10n';
import { inline } from '../markdownInline';
import type { ReportRecord } from './reportSchema';
import type { ReportTable } from './reportSection';
import { reportSections } from './reportSections';
import { shownFindings } from './shownFindings';
import { reportScope, reportSentences } from './reportSentences';

const maxCell = 200;
const maxText = 1000;

/** A report in Markdown. Texts from trackers and commits appear as plain text: nothing in them works as markup. */
export function reportMarkdown(record: ReportRecord, language: string): string {
  const blocks = [
    `# ${l10n.t('Alignment report')}`,
    text(reportScope(record, language)),
    list(reportSentences(record, language)),
    ...(record.findings.length > 0
      ? [
          `## ${l10n.t('Needs a decision')}`,
          list(
            shownFindings(record.findings).map(({ reference, text: fact, question }) =>
              [reference, fact, question].filter(Boolean).join(' '),
            ),
          ),
        ]
      : []),
    ...reportSections(record, language).flatMap(({ title, answer, table }) => [
      `## ${title}`,
      text(answer),
      markdownTable(table),
    ]),
    `## ${l10n.t('How this was counted')}`,
    list(record.notes),
    ...(record.commands.length > 0 ? [fencedCommands(record.commands)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Commands between fences that none of them can end. */
function fencedCommands(commands: readonly string[]): string {
  const runs = commands.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [`${fence}sh`, ...commands, fence].join('\n');
}

/** A table of figures in Markdown. */
function markdownTable({ head, rows, foot }: ReportTable): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => inline(cell, maxCell)).join(' | ')} |`;
  return [
    line(head),
    `| ${head.map((_, at) => (at === 0 ? '---' : '---:')).join(' | ')} |`,
    ...rows.map(line),
    ...(foot ? [line(foot)] : []),
  ].join('\n');
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${text(line)}`).join('\n');
}

function text(line: string): string {
  return inline(line, maxText);
}
