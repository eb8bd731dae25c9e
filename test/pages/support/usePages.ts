import type { Browser } from 'playwright-core';
import type { PageServer } from './pageServer';
import type { OpenOptions } from './webviewPage';

/** Opens a page, as its class does. */
type Open<Page> = (browser: Browser, url: string, options?: OpenOptions) => Promise<Page>;

/**
 * Gives the tests of a suite a browser and a server, and opens pages in it; those that are still open after a test are
 * checked and closed.
 */
export function usePages<Page extends { close(): Promise<void> }>(
  suite: Mocha.Suite,
  startServer: () => Promise<PageServer>,
  open: Open<Page>,
): (options?: OpenOptions) => Promise<Page> {
  suite.timeout(60_000);
  let browser: Browser;
  let server: PageServer;
  let opened: Page[] = [];

  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
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
    const page = await open(browser, server.url, options);
    opened.push(page);
    return page;
  };
}

/** Starts the browser of the tests, whose script is an ES module. */
export async function launchBrowser(): Promise<Browser> {
  const launcher = new URL('../../../scripts/vscode/browser.mjs', import.meta.url).href;
  const { launchBrowser } = (await import(launcher)) as { launchBrowser: () => Promise<Browser> };
  return launchBrowser();
}
