import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { showPanelView, statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import {
  pickQuickItem,
  pickQuickRow,
  quickInput,
  quickPickItems,
  runCommand,
} from '../../scripts/vscode/workbench.mjs';
import { git } from '../host/support/git';
import { until } from '../support/until';
import { panel, shop } from './support/shop';

/** The priorities in the order of the rows; what has none comes last. */
function ranksOf(items: readonly { readonly label: string }[]): number[] {
  return items.map(({ label }) => Number(/P([1-4]) /.exec(label)?.[1] ?? 5));
}

/** The open goals of who commits in the sample shop. */
const anasGoals = ['SHOP-131', 'SHOP-142'];

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
    assert.match(items[0].label, /P1 Retry a payment that fails/);
    assert.equal(items[0].description, 'SHOP-142');
    assert.match(items[0].detail, /^You are here · due in 6 days · P1 from SHOP-7 · 38 customers/);
    // What one works on and one's own goals stand above the others.
    assert.equal(items[1]?.description, 'SHOP-131');
    const others = ranksOf(items.slice(anasGoals.length));
    assert.deepEqual(others, others.toSorted());
    await page.keyboard.press('Escape');
  });

  it('keep the order of priority while one searches, by what no row shows as well', async () => {
    await runCommand(page, 'Goal Lens: Check Priorities');
    const input = quickInput(page).locator('input').first();
    // The owner of goals with three priorities, which no row names.
    await input.fill('feld');
    await until('the list is down to their goals, the more urgent first, objectives last', async () => {
      const found = await quickPickItems(page);
      return found.map(({ description }) => description.split(' ')[0]).join() === 'SHOP-9,SHOP-150,OBJ-2';
    });
    // A label that matches would come first if VS Code sorted, and by name.
    await input.fill('pay');
    await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-142' }).first().waitFor();
    const sorted = await quickPickItems(page);
    assert.ok(new Set(ranksOf(sorted)).size > 1);
    assert.deepEqual(ranksOf(sorted), ranksOf(sorted).toSorted());
    await page.keyboard.press('Escape');
  });

  it('offer closed goals where no open one matches', async () => {
    await runCommand(page, 'Goal Lens: Check Priorities');
    await quickInput(page).locator('input').first().fill('loyalty');
    await quickInput(page).getByText('Nothing open matches “loyalty”').waitFor();
    await pickQuickItem(page, 'Show 1 closed goal');
    await quickInput(page).getByText('SHOP-5').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('show the goal that one is at in the panel, and what was there before on Escape', async () => {
    await showPanelView(page);
    const frame = await panel(page);
    await frame.getByRole('heading', { name: 'Retry a payment' }).first().waitFor();
    await runCommand(page, 'Goal Lens: Check Priorities');
    await quickInput(page).locator('input').first().fill('SHOP-12');
    await quickInput(page).locator('.monaco-list-row', { hasText: 'Product images' }).first().waitFor();
    await quickInput(page).locator('input').first().fill('images');
    await frame.getByRole('heading', { name: 'Product images' }).first().waitFor();
    await page.keyboard.press('Escape');
    await frame.getByRole('heading', { name: 'Retry a payment' }).first().waitFor();
    await frame.getByRole('heading', { name: 'Product images' }).first().waitFor({ state: 'detached' });
  });

  it('show one’s own goals, by who git says one is, and remember that', async () => {
    const title = quickInput(page).locator('.quick-input-title');
    const button = (name: string): Locator => quickInput(page).getByRole('button', { name });
    await runCommand(page, 'Goal Lens: Check Priorities');
    await quickInput(page).getByText('Yours').waitFor();
    await button('My Goals').click();
    await title.filter({ hasText: 'My Goals' }).waitFor();
    const own = await quickPickItems(page);
    assert.deepEqual(own.map(({ description }) => description.split(' ')[0]).sort(), anasGoals);
    await page.keyboard.press('Escape');
    await runCommand(page, 'Goal Lens: Check Priorities');
    await title.filter({ hasText: 'My Goals' }).waitFor();
    assert.equal((await quickPickItems(page)).length, own.length);
    await button('All Goals').click();
    await quickInput(page).getByText('Retry a payment').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('take what is typed with Enter right behind it, before the list is drawn for it', async () => {
    await runCommand(page, 'Goal Lens: Check Priorities');
    const input = quickInput(page).locator('input').first();
    await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-142' }).first().waitFor();
    await input.fill('SHOP-131');
    await page.keyboard.press('Enter');
    await quickInput(page).getByText('Copy Key').first().waitFor();
    assert.equal(await input.getAttribute('placeholder'), 'SHOP-131');
    await page.keyboard.press('Escape');
  });

  it('copy the key of a goal', async () => {
    await runCommand(page, 'Goal Lens: Check Priorities');
    await pickQuickRow(page, 'Checkout that never loses a cart');
    await pickQuickItem(page, 'Copy Key');
    await until('the key is copied', () =>
      page.evaluate(async () => (await navigator.clipboard.readText()) === 'SHOP-7'),
    );
  });

  it('copy the brief of a goal', async () => {
    await runCommand(page, 'Goal Lens: Check Priorities');
    await pickQuickRow(page, 'Search that knows', 'SHOP-9');
    await pickQuickItem(page, 'Copy Brief');
    await until('the brief is copied', () =>
      page.evaluate(async () => /SHOP-9.*Search that knows/.test(await navigator.clipboard.readText())),
    );
  });

  it('link a branch that has no goal, and take it off again', async () => {
    git(workbench.folder, 'checkout', '--quiet', 'fix/cart-rounding');
    await statusItem(page).filter({ hasText: 'No goal' }).waitFor();
    await runCommand(page, 'Goal Lens: Link Branch to Goal…');
    await pickQuickRow(page, 'SHOP-9', 'SHOP-9');
    await statusItem(page).filter({ hasText: 'P3 Search that knows' }).waitFor();
    await runCommand(page, 'Goal Lens: Not This Goal');
    await statusItem(page).filter({ hasText: 'No goal' }).waitFor();
  });

  it('create a branch for a goal, linked by its name', async () => {
    git(workbench.folder, 'checkout', '--quiet', 'feature/SHOP-142-retry-payments');
    await statusItem(page).filter({ hasText: 'Retry a payment' }).waitFor();
    await runCommand(page, 'Goal Lens: Check Priorities');
    await pickQuickRow(page, 'SHOP-131', 'SHOP-131');
    await pickQuickItem(page, 'Start Work on It…');
    const input = quickInput(page).locator('input').first();
    await until('a name is proposed', async () =>
      /^feature\/SHOP-131-[a-z-]+$/.test(await input.inputValue().catch(() => '')),
    );
    const proposed = await input.inputValue();
    await input.fill(`${proposed}-as-typed`);
    await page.keyboard.press('Enter');
    await quickInput(page).getByText('From main').first().waitFor();
    // Back keeps what was typed.
    await quickInput(page).getByRole('button', { name: 'Back' }).click();
    await until('the name is still there', async () => (await input.inputValue()) === `${proposed}-as-typed`);
    await input.fill(proposed);
    await page.keyboard.press('Enter');
    await pickQuickItem(page, 'From main');
    await page.waitForFunction(() =>
      document.querySelector('.part.statusbar')?.textContent.includes('feature/SHOP-131'),
    );
    assert.match(git(workbench.folder, 'branch', '--show-current'), /^feature\/SHOP-131-/);
    assert.equal(git(workbench.folder, 'rev-parse', 'HEAD'), git(workbench.folder, 'rev-parse', 'main'));
  });

  it('tell of a branch whose goals file does not have its goal', async () => {
    git(workbench.folder, 'checkout', '--quiet', '-B', 'plan/later', 'main');
    const file = join(workbench.folder, '.goals/goals.yaml');
    await appendFile(file, '  - key: SHOP-301\n    title: Gift cards\n    level: item\n');
    git(workbench.folder, 'commit', '--quiet', '--all', '--message=Plan gift cards');
    const input = quickInput(page).locator('input').first();
    // A list has the goals that were known when it was opened, and draws only the rows in sight.
    await until('the new goal has been read', async () => {
      await runCommand(page, 'Goal Lens: Start Work on Goal…');
      await quickInput(page).locator('.monaco-list-row', { hasText: 'SHOP-142' }).first().waitFor();
      await input.fill('SHOP-301');
      const [found] = await quickPickItems(page);
      return found?.description.startsWith('SHOP-301') === true;
    });
    await pickQuickRow(page, 'Gift cards');
    await until('a name is proposed', async () => (await input.inputValue()).startsWith('feature/SHOP-301'));
    await page.keyboard.press('Enter');
    await pickQuickItem(page, 'From main');
    await page
      .getByText(/^\S+ begins at main, whose goals file does not have SHOP-301\./)
      .first()
      .waitFor();
  });
});
