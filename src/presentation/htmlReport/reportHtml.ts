import * as l10n from '@vscode/l10n';
import { createHash } from 'node:crypto';
import type { ChartScene } from '../charts/chartScene';
import { effortChart } from '../charts/effortChart';
import { evidenceChart } from '../charts/evidenceChart';
import { htmlText } from '../charts/htmlText';
import { landChart } from '../charts/landChart';
import { plotSizes } from '../charts/plotFrame';
import { reworkChart } from '../charts/reworkChart';
import { svgText } from '../charts/svgText';
import { weeksChart } from '../charts/weeksChart';
import { FigureWriter } from '../report/figureWriter';
import type { ReportRecord } from '../report/reportSchema';
import type { ReportSection, ReportTable } from '../report/reportSection';
import { reportSections } from '../report/reportSections';
import { reportScope, reportSentences, scopeName } from '../report/reportSentences';
import { legendHtml } from './legendHtml';
import { reportStyles } from './reportStyles';
import { shownFindings } from '../report/shownFindings';

const patterns =
  '<svg class="defs" width="0" height="0" aria-hidden="true"><defs>' +
  '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="patternGround" width="6" height="6"/><line class="patternInk" x1="3" x2="3" y1="0" y2="6"/></pattern>' +
  '<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="patternGround" width="6" height="6"/><circle class="patternDot" cx="3" cy="3" r="1.2"/></pattern>' +
  '</defs></svg>';

/**
 * A report as one HTML file without scripts. Its content security policy allows its own style sheet, by hash, and
 * nothing else: opening the file loads and sends nothing.
 */
export function reportHtml(record: ReportRecord, language: string): string {
  const hash = createHash('sha256').update(reportStyles).digest('base64');
  const title = l10n.t('Alignment report');
  const findings = shownFindings(record.findings).map(
    ({ reference, text, question }) =>
      `<li>${reference === null ? '' : `<b>${htmlText(reference)}</b>`}${htmlText(text)}${question === undefined ? '' : ` <em>${htmlText(question)}</em>`}</li>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${htmlText(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${htmlText(`${title}: ${scopeName(record)}, ${record.period.from} – ${record.period.to}`)}</title>`,
    `<style>${reportStyles}</style>`,
    '</head>',
    '<body>',
    patterns,
    '<main>',
    `<h1>${htmlText(title)}</h1>`,
    `<p class="quiet">${htmlText(reportScope(record, language))}</p>`,
    `<ul class="sentences">${reportSentences(record, language)
      .map((each) => `<li>${htmlText(each)}</li>`)
      .join('')}</ul>`,
    ...(findings.length > 0
      ? [
          `<section><h2>${htmlText(l10n.t('Needs a decision'))}</h2><ul class="findings">${findings.join('')}</ul></section>`,
        ]
      : []),
    ...reportSections(record, language).map((section) => sectionHtml(section, record, language)),
    `<section><h2>${htmlText(l10n.t('How this was counted'))}</h2><ul>${record.notes.map((note) => `<li>${htmlText(note)}</li>`).join('')}</ul>`,
    `<pre>${htmlText(record.commands.map((command) => `$ ${command}`).join('\n'))}</pre></section>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function sectionHtml(section: ReportSection, record: ReportRecord, language: string): string {
  const { title, answer, table } = section;
  const scene = sceneOf(section, record, language);
  const whole = folded(l10n.t('Table'), tableHtml(table));
  const isLong = table.rows.length > maxRows;
  const shown = scene
    ? `<figure>${svgText(scene)}${legendHtml(section, record, language)}</figure>`
    : isLong
      ? // Print unfolds the whole table.
        `<div class="head">${tableHtml(headOf(table))}</div>`
      : tableHtml(table);
  return [
    `<section><h2>${htmlText(title)}</h2><p class="quiet">${htmlText(answer)}</p>${shown}`,
    scene || isLong ? whole : '',
    '</section>',
  ].join('');
}

/** The most rows of a table that is shown whole; a longer one shows these and is folded in full below. */
const maxRows = 12;

function headOf({ head, rows }: ReportTable): ReportTable {
  return { head, rows: rows.slice(0, maxRows) };
}

function folded(label: string, content: string): string {
  return `<details><summary>${htmlText(label)}</summary>${content}</details>`;
}

function sceneOf(
  { id, title, answer }: ReportSection,
  record: ReportRecord,
  language: string,
): ChartScene | undefined {
  const summary = `${title} ${answer}`;
  const lines = { summary, size: plotSizes.page };
  switch (id) {
    case 'effort':
      return effortChart(record, language, summary);
    case 'evidence':
      return evidenceChart(record, summary);
    case 'weeks':
      return record.weeks.length > 1 ? weeksChart(record, { language, summary }) : undefined;
    case 'land':
      return landChart(record, new FigureWriter(language), lines);
    case 'rework':
      return reworkChart(record, new FigureWriter(language), lines);
    case 'plan':
    case 'drift':
    case 'chains':
    case 'customers':
    case 'folders':
    case 'declared':
      return undefined;
  }
}

/** A number, a share or a range, which is not broken between lines, as a title may be. */
const figures = /^\d[\d.,]*(?:–[\d.,]+)?\s?%?$/;

function cellHtml(cell: string): string {
  return `<td${figures.test(cell) ? ' class="figures"' : ''}>${htmlText(cell)}</td>`;
}

function tableHtml({ head, rows, foot }: ReportTable): string {
  const cells = (line: readonly string[]): string =>
    line.map((cell, at) => (at === 0 ? `<th scope="row">${htmlText(cell)}</th>` : cellHtml(cell))).join('');
  return [
    `<table><thead><tr>${head.map((cell) => `<th scope="col">${htmlText(cell)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((line) => `<tr>${cells(line)}</tr>`).join('')}</tbody>`,
    foot ? `<tfoot><tr>${cells(foot)}</tr></tfoot>` : '',
    '</table>',
  ].join('');
}
