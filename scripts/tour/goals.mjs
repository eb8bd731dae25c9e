// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { showPanelView, statusItem } from '../shopWorkbench.mjs';
import {
  enterText,
  openFile,
  pickQuickRow,
  quickInput,
  runCommand,
  webviewFrame,
} from '../vscode/workbench.mjs';
import { clearToasts, forEachTheme, inEachTheme, withShop } from './stage.mjs';

/** @typedef {import('./stage.mjs').Page} Page */
/** @typedef {import('./stage.mjs').Picture} Picture */

/**
 * Takes pictures of what is about all goals: lists, their view, a goal that is read, the report, and the commands that
 * lead to work; then of a branch whose goal has changed.
 * @param {string} dir
 */
export async function tourGoals(dir) {
  await withShop(dir, async (shop, picture) => {
    const page = await shop.open({ viewport: { width: 1440, height: 900 } });
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
    await openFile(page, 'src/payments/gateway.ts');
    await showPanelView(page);
    await priorities(page, picture);
    await goals(page, picture);
    await sideBar(page, picture);
    await commands(page, picture);
    await report(page, picture);
    await drift(page, shop.folder, picture);
    await page.context().close();
  });
}

/** @param {Page} page @param {Picture} picture */
async function priorities(page, picture) {
  await forEachTheme(page, async (theme) => {
    await runCommand(page, 'Goal Lens: Check Priorities');
    await quickInput(page).getByText('you are here').first().waitFor();
    await picture(page, `check-priorities-${theme}`);
    await page.keyboard.press('Escape');
  });
  await runCommand(page, 'Goal Lens: Check Priorities');
  await quickInput(page).locator('input').first().fill('loyalty');
  await quickInput(page).getByText('Nothing open matches').waitFor();
  await picture(page, 'check-priorities-nothing-open');
  await quickInput(page).locator('input').first().fill('');
  await pickQuickRow(page, 'Checkout that never loses a cart');
  await quickInput(page).getByText('Copy Key').first().waitFor();
  await picture(page, 'check-priorities-actions');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Goal Lens: Compare with Current Work');
  await page
    .locator('.notification-toast', { hasText: /nothing|waits/i })
    .first()
    .waitFor();
  await picture(page, 'compare-with-current-work');
  await clearToasts(page);
}

/** @param {Page} page @param {Picture} picture */
async function goals(page, picture) {
  await runCommand(page, 'Goal Lens: Focus on All Goals View');
  const tree = page.getByRole('tree', { name: 'All Goals' });
  const row = (/** @type {string} */ text) => tree.locator('.monaco-list-row', { hasText: text }).first();
  await row('P1 Urgent').waitFor();
  await inEachTheme(page, picture, 'all-goals-by-priority');
  await runCommand(page, 'Goal Lens: Show Goals by Hierarchy');
  await row('Every order that starts').waitFor();
  await picture(page, 'all-goals-by-hierarchy');
  await row('Every order that starts').click({ button: 'right' });
  await page.locator('.context-view .monaco-menu').getByText('Copy Key').waitFor();
  await picture(page, 'all-goals-menu');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Goal Lens: Filter Goals…');
  await enterText(page, 'nothing has this name');
  await page.locator('.welcome-view', { hasText: 'filter' }).waitFor();
  await picture(page, 'all-goals-nothing-found');
  await runCommand(page, 'Goal Lens: Clear Filter of Goals');
  await row('Every order that starts').waitFor();
  await runCommand(page, 'Goal Lens: Group Goals by Priority');
  await row('Keep the cart').click();
  const panel = await webviewFrame(page, 'Goals');
  await panel.getByRole('heading', { name: 'Keep the cart' }).first().waitFor();
  await picture(page, 'goal-read');
  await panel.getByRole('button', { name: /^Back/ }).first().click();
  await panel.getByRole('heading', { name: 'Retry a payment' }).first().waitFor();
}

/** @param {Page} page @param {Picture} picture */
async function sideBar(page, picture) {
  await runCommand(page, 'Goal Lens: Move to Secondary Side Bar');
  const header = page.locator('.part.auxiliarybar .pane-header', { hasText: 'All Goals' });
  await header.waitFor();
  const panel = await webviewFrame(page, 'Goals');
  await panel.getByRole('heading', { name: 'Retry a payment' }).first().waitFor();
  await inEachTheme(page, picture, 'secondary-side-bar');
  await runCommand(page, 'Goal Lens: Move to Primary Side Bar');
  await header.waitFor({ state: 'detached' });
  await runCommand(page, 'View: Toggle Secondary Side Bar Visibility');
  await page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' });
}

/** @param {Page} page @param {Picture} picture */
async function commands(page, picture) {
  await runCommand(page, 'Goal Lens: Start Work on Goal…');
  await quickInput(page).getByText('P1').first().waitFor();
  await picture(page, 'start-work-1-goal');
  await pickQuickRow(page, 'SHOP-131', 'SHOP-131');
  await quickInput(page).getByText('The name of the branch').waitFor();
  await picture(page, 'start-work-2-branch');
  await page.keyboard.press('Enter');
  await quickInput(page).getByText('From main').first().waitFor();
  await picture(page, 'start-work-3-base');
  await page.keyboard.press('Escape');
  for (const [command, text, name] of /** @type {const} */ ([
    ['Add Goal…', 'What is to be reached', 'add-goal'],
    ['Show Commits of Goal…', 'SHOP-7', 'commits-of-a-goal'],
    ['Set Up Agents…', 'AGENTS.md', 'set-up-agents'],
    ['Choose Whose Goals to Show…', 'My Goals', 'whose-goals'],
  ])) {
    await runCommand(page, `Goal Lens: ${command}`);
    await quickInput(page).getByText(text).first().waitFor();
    await picture(page, name);
    await page.keyboard.press('Escape');
    await quickInput(page).waitFor({ state: 'hidden' });
  }
}

/** @param {Page} page @param {Picture} picture */
async function report(page, picture) {
  await runCommand(page, 'Goal Lens: Open Alignment Report');
  const frame = await webviewFrame(page, 'Alignment report');
  await frame.locator('figure').first().waitFor();
  await inEachTheme(page, picture, 'report');
  await frame
    .getByRole('button', { name: /^Show commits/ })
    .first()
    .click();
  await frame.locator('.drill').waitFor();
  await picture(page, 'report-commits');
  await frame.getByRole('button', { name: 'Export…' }).click();
  await quickInput(page).getByText('Markdown').first().waitFor();
  await picture(page, 'report-export');
  await page.keyboard.press('Escape');
  await runCommand(page, 'View: Close All Editor Groups');
}

/** @param {Page} page @param {string} folder @param {Picture} picture */
async function drift(page, folder, picture) {
  const file = join(folder, '.goals/goals.yaml');
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace('{ rank: 1, label: P1 }', '{ rank: 3, label: P3 }'));
  await statusItem(page).filter({ hasText: '→' }).waitFor();
  const panel = await webviewFrame(page, 'Goals');
  await panel.getByRole('button', { name: 'Got It' }).first().scrollIntoViewIfNeeded();
  await picture(page, 'drift');
  await panel.getByRole('button', { name: 'Got It' }).first().click();
  await writeFile(file, before);
  await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
}
