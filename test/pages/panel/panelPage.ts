import type { PanelState } from '../../../src/panel/contract/panelState';
import type { FromWebview, Strings } from '../../../src/panel/contract/protocol';
import { panelHtml } from '../../../src/panel/panelHtml';
import { startPageServer, type PageServer } from '../support/pageServer';
import { WebviewPage } from '../support/webviewPage';
import { strings } from './panelStrings';

/** Serves the panel's page. */
export function startPanelServer(words: Strings = strings): Promise<PageServer> {
  return startPageServer('panel', (parts) => panelHtml({ ...parts, strings: words }));
}

/** The panel's page in a browser. */
export class PanelPage extends WebviewPage<PanelState, FromWebview> {
  /** Opens every part that can be opened, also those within others. */
  async openAll(): Promise<void> {
    await this.page.evaluate(() => {
      for (let turn = 0; turn < 200; turn += 1) {
        const closed = document.querySelector<HTMLElement>('[aria-expanded=false]');
        if (closed === null) return;
        closed.click();
      }
    });
  }

  /** What the page asked the host to do. */
  async actions(): Promise<FromWebview[]> {
    return (await this.sent()).filter(({ type }) => type === 'action');
  }
}
