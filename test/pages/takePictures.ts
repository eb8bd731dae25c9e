// Takes pictures of the pages in every state, at two widths, in every kind of theme:
// node --import tsx test/pages/takePictures.ts DIR
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { PanelPage } from './panel/panelPage';
import { startPanelServer } from './panel/panelServer';
import { states as panelStates } from './panel/panelStates';
import { themes, type ThemeName } from './panel/themes';
import { ReportPage } from './report/reportPage';
import { startReportServer } from './report/reportServer';
import { states as reportStates } from './report/reportStates';

const themeNames = Object.keys(themes) as ThemeName[];

async function takePictures(dir: string): Promise<void> {
  const launcher = new URL('../../scripts/vscode/browser.mjs', import.meta.url).href;
  const { launchBrowser } = (await import(launcher)) as { launchBrowser: () => Promise<Browser> };
  const browser = await launchBrowser();
  try {
    await ofPanel(browser, join(dir, 'panel'));
    await ofReport(browser, join(dir, 'report'));
  } finally {
    await browser.close();
  }
}

async function ofPanel(browser: Browser, dir: string): Promise<void> {
  const server = await startPanelServer();
  for (const theme of themeNames) {
    for (const width of [220, 760]) {
      // High enough that little is out of sight.
      const panel = await PanelPage.open(browser, server.url, { theme, width, height: 1400 });
      for (const [name, state] of Object.entries(panelStates)) {
        await panel.show(state);
        // These appear with a delay.
        if (state.kind === 'loading') await panel.page.locator('.bone').first().waitFor();
        await panel.page.screenshot({ path: join(dir, `${name}-${width}-${theme}.png`) });
      }
      await panel.close();
    }
    process.stdout.write(`panel/*-${theme}.png\n`);
  }
  await server.close();
}

async function ofReport(browser: Browser, dir: string): Promise<void> {
  const server = await startReportServer();
  for (const theme of themeNames) {
    for (const width of [600, 1200]) {
      const report = await ReportPage.open(browser, server.url, { theme, width });
      for (const [name, state] of Object.entries(reportStates)) {
        await report.show(state);
        if (!('sheet' in state || 'message' in state)) await report.page.locator('.bone').first().waitFor();
        await report.page.screenshot({ path: join(dir, `${name}-${width}-${theme}.png`), fullPage: true });
      }
      await report.close();
    }
    process.stdout.write(`report/*-${theme}.png\n`);
  }
  await server.close();
}

void takePictures(process.argv[2] ?? '.');
