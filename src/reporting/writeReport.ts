import { reportHtml } from '../presentation/htmlReport/reportHtml';
import { reportCsv } from '../presentation/report/reportCsv';
import { factsText } from '../presentation/report/factsText';
import { reportMarkdown } from '../presentation/report/reportMarkdown';
import type { ReportRecord } from '../presentation/report/reportSchema';
import { reportText } from '../presentation/report/reportText';
import type { ReadReport } from '../workspace/report/readReport';
import type { ReportPlace } from '../workspace/report/reportRequest';
import type { ReportFormat } from './reportFormats';
import { repositoryFacts } from './repositoryFacts';

/**
 * Renders a report in one of its formats, byte for byte the same everywhere; ends with a line break. @throws {GitError}
 */
export async function writeReport(
  read: ReadReport,
  record: ReportRecord,
  places: readonly ReportPlace[],
  format: ReportFormat,
  language: string,
): Promise<string> {
  switch (format) {
    case 'text':
      return `${reportText(record, language)}\n`;
    case 'markdown':
      return reportMarkdown(record, language);
    case 'html':
      return reportHtml(record, language);
    case 'csv':
      return reportCsv(read.report, read.catalog);
    case 'ndjson':
      return factsText(await repositoryFacts(read, places));
    case 'json':
      return `${JSON.stringify(record, undefined, 2)}\n`;
  }
}
