import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { statusItem } from '../../scripts/shopWorkbench.mjs';
import {
  enterText,
  openFile,
  pickQuickItem,
  pickQuickRow,
  quickInput,
  runCommand,
  setTheme,
  webviewFrame,
} from '../../scripts/vscode/workbench.mjs';
import { axeViolations } from '../support/axeViolations';
import { until } from '../support/until';
import { ofQuickPick, ofWalkthrough } from './support/brokenByVsCode';
import { frameOn } from './support/frameOn';
import { shop } from './support/shop';

describe('accessibility of what is opened', () => {
  let page: Page;

  before(async () => {
    page = await (await shop()).open({ viewport: { width: 1280, height: 1000 } });
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
  });
  after(() => page.context().close());

  for (const theme of ['dark', 'light', 'hcDark', 'hcLight'] as const) {
    it(`breaks no rule of axe that is ours to keep, in ${theme}`, async () => {
      await setTheme(page, theme);
      await runCommand(page, 'Goal Lens: Open Alignment Report');
      const report = await webviewFrame(page, 'Alignment report');
      await report.locator('figure').first().waitFor();
      assert.deepEqual(await axeViolations(await frameOn(report, 'editor')), []);

      await openFile(page, 'README.md');
      await page.keyboard.press('Control+G');
      await enterText(page, ':25:17');
      await quickInput(page).waitFor({ state: 'hidden' });
      await runCommand(page, 'Show or Focus Hover');
      await page.locator('.monaco-hover:visible', { hasText: 'SHOP-7' }).waitFor();
      assert.deepEqual(await axeViolations(page, ['.monaco-hover:not(.hidden)']), []);

      await runCommand(page, 'Goal Lens: Start Work on Goal…');
      await pickQuickRow(page, 'SHOP-131', 'SHOP-131');
      const name = quickInput(page).locator('input').first();
      await until('a name is proposed', async () => (await name.inputValue()).startsWith('feature/SHOP-131'));
      assert.deepEqual(await axeViolations(page, ['.quick-input-widget'], ofQuickPick), []);
      await page.keyboard.press('Enter');
      await quickInput(page).getByText('From main').first().waitFor();
      assert.deepEqual(await axeViolations(page, ['.quick-input-widget'], ofQuickPick), []);
      await page.keyboard.press('Escape');

      await runCommand(page, 'Welcome: Open Walkthrough...');
      await pickQuickItem(page, 'See why your code matters');
      await page.locator('.getting-started-step').first().waitFor();
      assert.deepEqual(await axeViolations(page, ['.gettingStartedSlideDetails'], ofWalkthrough), []);
      await runCommand(page, 'View: Close All Editors');
    });
  }
});
