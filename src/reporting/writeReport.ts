import { factsOf } from '../core/report/facts';
import { reportHtml } from '../presentation/htmlReport/reportHtml';
import { reportCsv } from '../presentation/report/reportCsv';
import { factsText } from '../presentation/report/factsText';
import { reportMarkdown } from '../presentation/report/reportMarkdown';
import type { ReportRecord } from '../presentation/report/reportSchema';
import { reportText } from '../presentation/report/reportText';
import type { ReadReport } from '../workspace/report/readReport';
import type { ReportFormat } from './reportFormats';

/** A report in one of its forms; the same bytes at every door. Ends with a line break. */
export function writeReport(
  { report, catalog }: ReadReport,
  record: ReportRecord,
  format: ReportFormat,
  language: string,
): string {
  switch (format) {
    case 'text':
      return `${reportText(record, language)}\n`;
    case 'markdown':
      return reportMarkdown(record, language);
    case 'html':
      return reportHtml(record, language);
    case 'csv':
      return reportCsv(report, catalog);
    case 'ndjson':
      return factsText(factsOf(report, catalog));
    case 'json':
      return `${JSON.stringify(record, undefined, 2)}\n`;
  }
}
