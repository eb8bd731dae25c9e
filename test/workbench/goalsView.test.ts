import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { showPanelView, statusItem, type ShopWorkbench } from '../../scripts/shopWorkbench.mjs';
import {
  enterText,
  pickQuickItem,
  pickQuickRow,
  quickPickItems,
  runCommand,
} from '../../scripts/vscode/workbench.mjs';
import { until } from '../support/until';
import { panel, shop } from './support/shop';

describe('the view of all goals', () => {
  let workbench: ShopWorkbench;
  let page: Page;
  let tree: Locator;
  const row = (text: string): Locator => tree.locator('.monaco-list-row', { hasText: text }).first();

  before(async () => {
    workbench = await shop();
    page = await workbench.open();
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
    await showPanelView(page);
    await runCommand(page, 'Goal Lens: Focus on All Goals View');
    tree = page.getByRole('tree', { name: 'All Goals' });
  });
  after(() => page.context().close());

  it('lists goals by priority, and reads the one that is clicked in the panel', async () => {
    await row('P1 Urgent').waitFor();
    await row('Retry a payment').waitFor();
    // The view is low: only its first rows are there.
    await row('Keep the cart').click();
    const frame = await panel(page);
    await frame.getByRole('heading', { name: 'Keep the cart' }).first().waitFor();
    await frame.getByRole('button', { name: /^Back/ }).first().click();
    await frame.getByRole('heading', { name: 'Retry a payment' }).first().waitFor();
  });

  it('shows only what the filter finds, and all again', async () => {
    await runCommand(page, 'Goal Lens: Filter Goals…');
    await enterText(page, 'images');
    await row('P4 Low').waitFor();
    assert.equal(await row('P1 Urgent').count(), 0);
    await runCommand(page, 'Goal Lens: Clear Filter of Goals');
    await row('P1 Urgent').waitFor();
  });

  it('shows one’s own goals only, and says so beside its name', async () => {
    await runCommand(page, 'Goal Lens: Choose Whose Goals to Show…');
    await pickQuickItem(page, 'My Goals');
    await page.locator('.pane-header', { hasText: 'My Goals' }).waitFor();
    await row('Yours').waitFor({ state: 'detached' });
    await runCommand(page, 'Goal Lens: Choose Whose Goals to Show…');
    await pickQuickItem(page, 'All Goals');
    await row('Yours').waitFor();
  });

  it('shows the hierarchy and says so, with a badge for a priority that is the goal’s own', async () => {
    const header = (layout: string): Locator =>
      page.locator('.pane-header', { hasText: 'All Goals' }).filter({ hasText: layout });
    await header('By Priority').waitFor();
    await runCommand(page, 'Goal Lens: Show Goals by Hierarchy');
    await header('By Hierarchy').waitFor();
    await row('Every order that starts').waitFor();
    const badge = (): Promise<string> =>
      row('Every order that starts')
        .locator('.monaco-icon-label')
        .first()
        .evaluate((label) => getComputedStyle(label, '::after').content);
    await until('the badge is there', async () => (await badge()) === '"P1"');
    await runCommand(page, 'Goal Lens: Group Goals by Priority');
    await row('P1 Urgent').waitFor();
    await header('By Priority').waitFor();
  });

  it('offers to add a goal where the goals file has none, and nothing to arrange', async () => {
    const file = join(workbench.folder, '.goals/goals.yaml');
    const before = await readFile(file, 'utf8');
    const header = page.locator('.pane-header', { hasText: 'All Goals' });
    const arrange = header.getByRole('button', { name: 'Show Goals by Hierarchy' });
    await header.hover();
    await arrange.waitFor();
    await writeFile(file, 'schema: goal-lens/v1\ngoals: []\n');
    try {
      const welcome = page.locator('.welcome-view', { hasText: 'The goals file has no goals yet.' });
      await welcome.getByText('Add Goal', { exact: true }).waitFor();
      await header.hover();
      await arrange.waitFor({ state: 'detached' });
    } finally {
      await writeFile(file, before);
    }
    await row('P1 Urgent').waitFor();
  });

  it('says beside its name what is not as it is in its tracker, while it shows it', async () => {
    const file = join(workbench.folder, '.goals/goals.yaml');
    const before = await readFile(file, 'utf8');
    await writeFile(file, 'goals: [');
    try {
      await page.locator('.pane-header', { hasText: /Not current, .*: goals\.yaml/ }).waitFor();
      await row('P1 Urgent').waitFor();
    } finally {
      await writeFile(file, before);
    }
    await page.locator('.pane-header', { hasText: 'Not current' }).waitFor({ state: 'detached' });
  });

  it('shows the files of a goal, by path rules and by commits, and opens the rule', async () => {
    await runCommand(page, 'Goal Lens: Filter Goals…');
    await enterText(page, 'shoppers use');
    await row('P3 Medium').waitFor();
    await row('Search that knows').click({ button: 'right' });
    await page.locator('.monaco-menu').getByText('Show Files').hover();
    // A menu ignores the mouse just after it has opened.
    await page.keyboard.press('Enter');
    const labels = async (): Promise<string[]> =>
      (await quickPickItems(page)).map(({ label }) => label.trim());
    await until('the rules and the files are listed', async () => (await labels()).length > 2);
    const [rule, ...others] = await labels();
    assert.equal(rule, '/src/search/');
    assert.ok(others.includes('/docs/search.md'), others.join());
    await pickQuickRow(page, '/src/search/');
    await page.getByRole('tab', { name: /^paths/ }).waitFor();
    await runCommand(page, 'View: Close Editor');
    await runCommand(page, 'Goal Lens: Clear Filter of Goals');
  });
});
