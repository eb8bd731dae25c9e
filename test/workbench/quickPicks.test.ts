import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import { pickQuickItem, quickInput, quickPickItems, runCommand } from '../../scripts/vscode/workbench.mjs';
import { git } from '../host/support/git';
import { until } from '../support/until';
import { shop } from './support/shop';

describe('the quick-picks', () => {
  let workbench: ShopWorkbench;
  let page: Page;

  before(async () => {
    workbench = await shop();
    page = await workbench.open();
    await statusItem(page).waitFor();
  });
  after(async () => {
    git(workbench.folder, 'checkout', '--quiet', 'feature/SHOP-142-retry-payments');
    await page.context().close();
  });

  it('list what matters most now, with the reason, when the status item is clicked', async () => {
    await statusItem(page).click();
    const items = await quickPickItems(page);
    assert.ok(items[0]);
    assert.ok(items[0].label.includes('P1 Checkout that never loses a cart'), JSON.stringify(items[0]));
    assert.match(items[0].description, /SHOP-7 · Initiative · you are here/);
    assert.match(items[0].detail, /38 customers, 112 requests · .*in 20 days · At risk/);
    const ranks = items.flatMap(({ label }) => /P([1-4]) /.exec(label)?.[1] ?? []);
    const others = ranks.slice(
      items.filter(({ description }) => description.includes('you are here')).length,
    );
    assert.deepEqual(others, [...others].sort());
    await page.keyboard.press('Escape');
  });

  it('copy the key of a goal', async () => {
    await runCommand(page, 'Goal Lens: Check Priorities');
    const row = quickInput(page)
      .locator('.monaco-list-row', { hasText: 'Checkout that never loses a cart' })
      .first();
    await row.hover();
    await row.getByRole('button', { name: 'Copy Key' }).click();
    await until('the key is copied', () =>
      page.evaluate(async () => (await navigator.clipboard.readText()) === 'SHOP-7'),
    );
    await page.keyboard.press('Escape');
  });

  it('link a branch that has no goal, and take it off again', async () => {
    git(workbench.folder, 'checkout', '--quiet', 'fix/cart-rounding');
    await statusItem(page).filter({ hasText: 'No goal' }).waitFor();
    await runCommand(page, 'Goal Lens: Link Branch to Goal…');
    await quickInput(page).locator('input').first().fill('SHOP-9');
    await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-9' }).first().click();
    await statusItem(page).filter({ hasText: 'P3 Search that knows' }).waitFor();
    await runCommand(page, 'Goal Lens: Not This Goal');
    await statusItem(page).filter({ hasText: 'No goal' }).waitFor();
  });

  it('create a branch for a goal, linked by its name', async () => {
    git(workbench.folder, 'checkout', '--quiet', 'feature/SHOP-142-retry-payments');
    await statusItem(page).waitFor();
    await runCommand(page, 'Goal Lens: Check Priorities');
    await quickInput(page).locator('input').first().fill('SHOP-131');
    await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-131' }).first().click();
    await pickQuickItem(page, 'Create a Branch for It…');
    const input = quickInput(page).locator('input').first();
    assert.match(await input.inputValue(), /^feature\/SHOP-131-[a-z-]+$/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('.part.statusbar')?.textContent.includes('feature/SHOP-131'),
    );
    assert.match(git(workbench.folder, 'branch', '--show-current'), /^feature\/SHOP-131-/);
  });
});
