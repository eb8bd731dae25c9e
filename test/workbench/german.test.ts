import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { showPanelView, statusItem } from '../../scripts/shopWorkbench.mjs';
import { openFile, quickInput, runCommand, webviewFrame } from '../../scripts/vscode/workbench.mjs';
import { shop } from './support/shop';

describe('in German', () => {
  let page: Page;

  before(async () => {
    page = await (await shop()).open({ language: 'de', viewport: { width: 1280, height: 1000 } });
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
    await openFile(page, 'src/payments/gateway.ts');
    await showPanelView(page);
  });
  after(() => page.context().close());

  it('says in the panel and the tooltip what matters', async () => {
    const panel = await webviewFrame(page, 'Ziele');
    await panel.getByRole('heading', { name: 'Warum es zählt' }).waitFor();
    const text = (await panel.locator('body').innerText()).replaceAll('\u00A0', ' ');
    for (const part of ['38 Kunden, 112 Anfragen', 'in 6 Tagen', 'Wohin es gehört', '250.000–500.000 €'])
      assert.ok(text.includes(part), part);
    await statusItem(page).hover();
    const tooltip = page.locator('.monaco-hover:visible', { hasText: 'Checkout that never' });
    await tooltip.getByText('Branch-Name → SHOP-142 → Epic SHOP-120 → Initiative SHOP-7').waitFor();
    await tooltip.getByText('fällig in 6 Tagen').waitFor();
    await page.mouse.move(700, 400);
  });

  it('lists priorities and trackers', async () => {
    await runCommand(page, 'Goal Lens: Check Priorities');
    await quickInput(page).getByText('Sie sind hier').first().waitFor();
    await quickInput(page).getByPlaceholder('Suche nach Titel').waitFor();
    await page.keyboard.press('Escape');
    await runCommand(page, 'Goal Lens: Connect Tracker…');
    await quickInput(page).getByText('Vorgänge eines Redmine-Servers').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Alle Ziele' }).click();
    await page.getByRole('tree', { name: 'Alle Ziele' }).getByText('P1 Dringend').first().waitFor();
  });
});
