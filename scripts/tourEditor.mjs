// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { showPanelView, statusItem } from './shopWorkbench.mjs';
import { enterText, openFile, quickInput, runCommand, webviewFrame } from './vscode/workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Shows goals where the eye goes: in and above text, in the Explorer, among all goals, in lists, and what has changed.
 * @param {import('./shopWorkbench.mjs').ShopWorkbench} shop
 * @param {Page} page
 * @param {(page: Page, name: string) => Promise<void>} picture
 */
export async function tourEditor(shop, page, picture) {
  await openFile(page, 'src/payments/errors.ts');
  await runCommand(page, 'Go to Line/Column...');
  await enterText(page, ':33:1');
  await runCommand(page, 'Show or Focus Hover');
  await page.locator('.monaco-hover:visible', { hasText: 'Line 33' }).waitFor();
  await picture(page, 'hover-of-a-line');
  await page.keyboard.press('Escape');

  const settings = join(shop.folder, '.vscode/settings.json');
  await mkdir(join(shop.folder, '.vscode'), { recursive: true });
  const on = { 'goalLens.codeLens.enabled': true, 'goalLens.explorer.urgentFiles': true };
  await writeFile(settings, JSON.stringify(on));
  await runCommand(page, 'View: Show Explorer');
  await openFile(page, 'src/payments/gateway.ts');
  await page.locator('.codelens-decoration', { hasText: 'Checkout that never' }).waitFor();
  await page.locator('.explorer-folders-view [aria-label*="Serves P1"]').first().waitFor();
  await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
  await page.locator('.hover-language-status', { hasText: 'Checkout that never' }).waitFor();
  await picture(page, 'line-above-badges-language-status');
  await rm(settings);

  await page.mouse.move(700, 400);
  await showPanelView(page);
  await runCommand(page, 'Goal Lens: Focus on All Goals View');
  await picture(page, 'all-goals-by-priority');
  await runCommand(page, 'Goal Lens: Show Goals by Hierarchy');
  await page.getByRole('tree', { name: 'All Goals' }).getByText('Every order that starts').waitFor();
  await picture(page, 'all-goals-by-hierarchy');
  await runCommand(page, 'Goal Lens: Group Goals by Priority');

  await runCommand(page, 'Goal Lens: Check Priorities');
  await quickInput(page).locator('input').first().fill('loyalty');
  await quickInput(page).getByText('Show 1 closed goal').waitFor();
  await picture(page, 'check-priorities-nothing-open');
  await page.keyboard.press('Escape');

  const goals = join(shop.folder, '.goals/goals.yaml');
  const before = await readFile(goals, 'utf8');
  const lowered = before.replace('priority: { rank: 1, label: P1 }', 'priority: { rank: 3, label: P3 }');
  await writeFile(goals, lowered);
  await statusItem(page).filter({ hasText: 'P1 → P3' }).waitFor();
  await (await webviewFrame(page, 'Goals')).getByRole('button', { name: 'Got It' }).waitFor();
  await picture(page, 'what-has-changed');
  await writeFile(goals, before);
  await statusItem(page)
    .filter({ hasText: /^\s*P1 Retry/ })
    .waitFor();
}
