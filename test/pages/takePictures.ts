// Takes pictures of the pages in every state, at two widths, in every kind of theme:
// node --import tsx test/pages/takePictures.ts DIR
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { PanelPage, startPanelServer } from './panel/panelPage';
import { states as panelStates } from './panel/panelStates';
import { ReportPage, startReportServer } from './report/reportPage';
import { states as reportStates } from './report/reportStates';
import type { PageServer } from './support/pageServer';
import { themes, type ThemeName } from './support/themes';
import { launchBrowser } from './support/usePages';
import type { OpenOptions, WebviewPage } from './support/webviewPage';

/** A page and what it is shown in. */
interface Subject<State> {
  readonly name: string;
  readonly widths: readonly number[];
  readonly states: Readonly<Record<string, State>>;
  readonly startServer: () => Promise<PageServer>;
  readonly open: (
    browser: Browser,
    url: string,
    options: OpenOptions,
  ) => Promise<WebviewPage<State, unknown>>;
}

const panel: Subject<Parameters<PanelPage['show']>[0]> = {
  name: 'panel',
  widths: [220, 760],
  states: panelStates,
  startServer: startPanelServer,
  open: (...of) => PanelPage.open(...of),
};

const report: Subject<Parameters<ReportPage['show']>[0]> = {
  name: 'report',
  widths: [600, 1200],
  states: reportStates,
  startServer: startReportServer,
  open: (...of) => ReportPage.open(...of),
};

async function takePictures(dir: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    await ofPage(browser, panel, dir);
    await ofPage(browser, report, dir);
  } finally {
    await browser.close();
  }
}

async function ofPage<State>(browser: Browser, subject: Subject<State>, dir: string): Promise<void> {
  const { name, widths, states, startServer, open } = subject;
  const server = await startServer();
  for (const theme of Object.keys(themes) as ThemeName[]) {
    for (const width of widths) {
      // High enough that little of what scrolls within the page is out of sight.
      const shown = await open(browser, server.url, { theme, width, height: 1400 });
      for (const [state, value] of Object.entries(states)) {
        await shown.show(value);
        // These appear with a delay.
        if ((await shown.page.locator('.bone').count()) > 0)
          await shown.page.locator('.bone').first().waitFor();
        const path = join(dir, name, `${state}-${width}-${theme}.png`);
        await shown.page.screenshot({ path, fullPage: true });
      }
      await shown.close();
    }
    process.stdout.write(`${name}/*-${theme}.png\n`);
  }
  await server.close();
}

void takePictures(process.argv[2] ?? '.');
