// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { showPanelView, statusItem } from './shopWorkbench.mjs';
import { pictureThemes } from './tourEditor.mjs';
import { openFile, quickInput, runCommand, setTheme, webviewFrame } from './vscode/workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./shopWorkbench.mjs').ShopWorkbench} ShopWorkbench */
/** @typedef {(page: Page, name: string) => Promise<void>} Picture */

/**
 * Takes pictures of what is about all goals: their view, a goal that is read, the report, and the commands that lead to
 * work; then of a branch whose goal has changed.
 * @param {ShopWorkbench} shop
 * @param {Picture} picture
 */
export async function tourGoals(shop, picture) {
  const page = await shop.open({ viewport: { width: 1440, height: 900 } });
  await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
  await openFile(page, 'src/payments/gateway.ts');
  await showPanelView(page);
  await goals(page, picture);
  await sideBar(page, picture);
  await commands(page, picture);
  await report(page, picture);
  await drift(page, shop.folder, picture);
  await page.context().close();
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
  await picture(page, 'secondary-side-bar');
  await runCommand(page, 'Goal Lens: Move to Primary Side Bar');
  await header.waitFor({ state: 'detached' });
  await runCommand(page, 'View: Toggle Secondary Side Bar Visibility');
  await page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' });
}

/** @param {Page} page @param {Picture} picture */
async function commands(page, picture) {
  for (const [command, text, name] of /** @type {const} */ ([
    ['Start Work on Goal…', 'P1', 'start-work'],
    ['Add Goal…', 'What is to be reached', 'add-goal'],
    ['Show Commits of Goal…', 'SHOP-7', 'commits-of-a-goal'],
    ['Set Up Agents…', 'AGENTS.md', 'set-up-agents'],
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
  await runCommand(page, 'View: Close All Editor Groups');
}

/** @param {Page} page @param {string} folder @param {Picture} picture */
async function drift(page, folder, picture) {
  const file = join(folder, '.goals/goals.yaml');
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace('{ rank: 1, label: P1 }', '{ rank: 3, label: P3 }'));
  await statusItem(page).filter({ hasText: '→' }).waitFor();
  const panel = await webviewFrame(page, 'Goals');
  await panel.getByRole('button', { name: 'Got It' }).first().waitFor();
  await picture(page, 'drift');
  await panel.getByRole('button', { name: 'Got It' }).first().click();
  await writeFile(file, before);
  await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
}

/** @param {Page} page @param {Picture} picture @param {string} name */
async function inEachTheme(page, picture, name) {
  for (const theme of pictureThemes) {
    await setTheme(page, theme);
    await runCommand(page, 'Notifications: Clear All Notifications');
    await picture(page, `${name}-${theme}`);
  }
}
