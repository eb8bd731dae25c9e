// @ts-check
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { statusItem } from './shopWorkbench.mjs';
import { openFile, pickQuickItem, quickInput, runCommand, setTheme } from './vscode/workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The themes of pictures; the last is the one that the rest of the tour has. */
export const pictureThemes = /** @type {const} */ (['light', 'hcDark', 'hcLight', 'dark']);
/** A mapped file whose third line has a tagged commit. */
const mapped = 'src/payments/retry.ts';

/**
 * Takes pictures of the native surfaces in every theme: tooltip, hovers, CodeLens, Explorer, lists and walkthrough.
 * @param {import('./shopWorkbench.mjs').ShopWorkbench} shop
 * @param {(page: Page, name: string) => Promise<void>} picture
 */
export async function tourEditor(shop, picture) {
  const settings = join(shop.folder, '.vscode/settings.json');
  await mkdir(dirname(settings), { recursive: true });
  const surfaces = { 'goalLens.codeLens.enabled': true, 'goalLens.explorer.urgentFiles': true };
  await writeFile(settings, JSON.stringify(surfaces));
  const page = await shop.open({ viewport: { width: 1200, height: 800 } });
  await statusItem(page).waitFor();
  await runCommand(page, 'View: Show Explorer');
  for (const theme of pictureThemes) {
    await setTheme(page, theme);
    await runCommand(page, 'Notifications: Clear All Notifications');
    await tooltip(page);
    await picture(page, `status-bar-tooltip-${theme}`);
    await page.mouse.move(700, 400);
    await hover(page, 'README.md', '25:17', 'SHOP-7');
    await picture(page, `hover-of-a-reference-${theme}`);
    await hover(page, mapped, '3:1', 'SHOP-');
    await picture(page, `hover-of-a-line-${theme}`);
    await runCommand(page, 'Goal Lens: Check Priorities');
    await quickInput(page).getByText('you are here').first().waitFor();
    await picture(page, `check-priorities-${theme}`);
    await page.keyboard.press('Escape');
    await walkthrough(page);
    await picture(page, `walkthrough-${theme}`);
    await runCommand(page, 'View: Close All Editor Groups');
  }
  await page.context().close();
  await rm(settings);
}

/** @param {Page} page */
async function tooltip(page) {
  await statusItem(page).hover();
  await page.locator('.monaco-hover:visible', { hasText: 'Checkout that never' }).waitFor();
}

/**
 * Shows the hover at a place of a file, by keyboard.
 * @param {Page} page
 * @param {string} file
 * @param {string} at Line and column, such as `3:1`.
 * @param {string} text A part of the hover.
 */
async function hover(page, file, at, text) {
  await openFile(page, file);
  await page.keyboard.press('Control+G');
  await quickInput(page).locator('input').first().fill(`:${at}`);
  await page.keyboard.press('Enter');
  await quickInput(page).waitFor({ state: 'hidden' });
  await runCommand(page, 'Show or Focus Hover');
  await page.locator('.monaco-hover:visible', { hasText: text }).waitFor();
}

/** @param {Page} page */
async function walkthrough(page) {
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await pickQuickItem(page, 'See why your code matters');
  await page.locator('.getting-started-step').first().waitFor();
}
