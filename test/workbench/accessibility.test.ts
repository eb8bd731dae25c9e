import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { showPanelView, statusItem } from '../../scripts/shopWorkbench.mjs';
import { quickInput, runCommand, setTheme } from '../../scripts/vscode/workbench.mjs';
import { axeViolations } from '../support/axeViolations';
import { ofQuickPick, ofSideBar } from './support/brokenByVsCode';
import { frameOn } from './support/frameOn';
import { panel, shop } from './support/shop';

describe('accessibility in the workbench', () => {
  let page: Page;

  before(async () => {
    page = await (await shop()).open({ viewport: { width: 1280, height: 1000 } });
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
    await showPanelView(page);
    await runCommand(page, 'Goal Lens: Focus on All Goals View');
    await page.getByRole('tree', { name: 'All Goals' }).getByText('Keep the cart').first().waitFor();
  });
  after(() => page.context().close());

  for (const theme of ['dark', 'light', 'hcDark', 'hcLight'] as const) {
    it(`breaks no rule of axe that is ours to keep, in ${theme}`, async () => {
      await setTheme(page, theme);
      assert.deepEqual(await axeViolations(page, ['.statusbar-item[id^="goal-lens.goal-lens."]']), []);
      assert.deepEqual(await axeViolations(page, ['.part.sidebar'], ofSideBar), []);
      assert.deepEqual(await axeViolations(await frameOn(await panel(page), 'sideBar')), []);
      await statusItem(page).hover();
      await page.locator('.monaco-hover:visible', { hasText: 'Checkout that never' }).waitFor();
      assert.deepEqual(await axeViolations(page, ['.monaco-hover:not(.hidden)']), []);
      await page.mouse.move(700, 400);
      await runCommand(page, 'Goal Lens: Check Priorities');
      await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-142' }).first().waitFor();
      assert.deepEqual(await axeViolations(page, ['.quick-input-widget'], ofQuickPick), []);
      await page.keyboard.press('Escape');
      await quickInput(page).waitFor({ state: 'hidden' });
    });
  }

  it('begins the name of each row of the tree with what is seen', async () => {
    const rows = await page.getByRole('tree', { name: 'All Goals' }).getByRole('treeitem').all();
    assert.ok(rows.length > 3);
    for (const row of rows) {
      const seen = await row.locator('.label-name, .label-description').allInnerTexts();
      const name = (await row.getAttribute('aria-label')) ?? '';
      assert.ok(name.startsWith(seen.join(', ')), `${name}: ${seen.join(', ')}`);
    }
  });
});
