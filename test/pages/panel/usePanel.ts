import type { Browser } from 'playwright-core';
import type { Strings } from '../../../src/panel/contract/protocol';
import { PanelPage } from './panelPage';
import { startPanelServer, type PanelServer } from './panelServer';

/** Opens the panel's page; pages that are still open after a test are checked and closed. */
export type OpenPanel = (options?: Parameters<typeof PanelPage.open>[2]) => Promise<PanelPage>;

/** Gives the tests of a suite a browser and a server that serves the panel. */
export function usePanel(suite: Mocha.Suite, words?: Strings): OpenPanel {
  suite.timeout(60_000);
  let browser: Browser;
  let server: PanelServer;
  let opened: PanelPage[] = [];

  before(async () => {
    const launcher = new URL('../../../scripts/vscode/browser.mjs', import.meta.url).href;
    const { launchBrowser } = (await import(launcher)) as { launchBrowser: () => Promise<Browser> };
    [browser, server] = await Promise.all([launchBrowser(), startPanelServer(words)]);
  });

  afterEach(async () => {
    const pages = opened;
    opened = [];
    for (const page of pages) await page.close();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  return async (options) => {
    const page = await PanelPage.open(browser, server.url, options);
    opened.push(page);
    return page;
  };
}
