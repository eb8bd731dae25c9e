import { pageHtml } from '../../../src/pageShell/pageHtml';
import type { FromReportPage, ReportState } from '../../../src/reportPage/contract/protocol';
import { reportStrings } from '../../../src/reportPage/reportStrings';
import { startPageServer, type PageServer } from '../support/pageServer';
import { WebviewPage } from '../support/webviewPage';

/** Serves the report's page. */
export function startReportServer(): Promise<PageServer> {
  return startPageServer('report', (parts) => {
    const strings = reportStrings();
    return pageHtml({ ...parts, title: strings.title, strings, bones: [['bone wide']] });
  });
}

/** The report's page in a browser. */
export class ReportPage extends WebviewPage<ReportState, FromReportPage> {
  /** What a person asked the host for. */
  async asked(): Promise<FromReportPage[]> {
    return (await this.sent()).filter(({ type }) => type === 'action' || type === 'filter');
  }
}
