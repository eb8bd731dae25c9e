// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { statusItem } from '../shopWorkbench.mjs';
import { openFile, pickQuickItem, quickInput, runCommand } from '../vscode/workbench.mjs';
import { forEachTheme, inEachTheme, withShop } from './stage.mjs';

/** @typedef {import('./stage.mjs').Page} Page */
/** @typedef {import('./stage.mjs').Picture} Picture */

/** A mapped file whose third line has a tagged commit. */
const mapped = 'src/payments/retry.ts';

/**
 * Takes pictures of the native surfaces: tooltip, hovers, CodeLens, Explorer, language status, terminal, lists and
 * walkthrough.
 * @param {string} dir
 */
export async function tourEditor(dir) {
  await withShop(dir, async (shop, picture) => {
    const settings = join(shop.folder, '.vscode/settings.json');
    await mkdir(dirname(settings), { recursive: true });
    const surfaces = { 'goalLens.codeLens.enabled': true, 'goalLens.explorer.urgentFiles': true };
    await writeFile(settings, JSON.stringify(surfaces));
    const page = await shop.open({ viewport: { width: 1440, height: 900 } });
    await statusItem(page).waitFor();
    await runCommand(page, 'View: Show Explorer');
    await forEachTheme(page, (theme) => inTheme(page, picture, theme));
    await ofFile(page, picture);
    await page.context().close();
  });
}

/** @param {Page} page @param {Picture} picture @param {string} theme */
async function inTheme(page, picture, theme) {
  await tooltip(page);
  await picture(page, `status-bar-tooltip-${theme}`);
  await page.mouse.move(700, 400);
  await hover(page, 'README.md', '25:17', 'SHOP-7');
  await picture(page, `hover-of-a-reference-${theme}`);
  await hover(page, mapped, '3:1', 'SHOP-');
  await picture(page, `hover-of-a-line-${theme}`);
  await walkthrough(page);
  await picture(page, `walkthrough-${theme}`);
  await runCommand(page, 'View: Close All Editor Groups');
}

/** @param {Page} page @param {Picture} picture */
async function ofFile(page, picture) {
  await openFile(page, mapped);
  await page.locator('.codelens-decoration', { hasText: 'SHOP-7' }).waitFor();
  await inEachTheme(page, picture, 'mapped-file');
  await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
  await page.locator('.hover-language-status', { hasText: 'Checkout' }).waitFor();
  await picture(page, 'language-status');
  await page.mouse.move(700, 400);
  await runCommand(page, 'Goal Lens: Ask the Owner');
  const dialog = page.locator('.monaco-dialog-box', { hasText: 'external website' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Copied a question about').first().waitFor();
  await picture(page, 'ask-the-owner');
  await runCommand(page, 'Terminal: Create New Terminal');
  const rows = page.locator('.terminal-wrapper.active .xterm-rows');
  await rows.filter({ hasText: /[$#]/ }).waitFor();
  await page.keyboard.type('echo Retried for SHOP-142');
  await page.keyboard.press('Enter');
  const answer = rows.getByText(/^Retried for/);
  await answer.waitFor();
  const place = await answer.boundingBox();
  // Over the key, whose row is as wide as the terminal.
  if (place) await page.mouse.move(place.x + 140, place.y + place.height / 2, { steps: 5 });
  await page.locator('.monaco-hover:visible', { hasText: 'SHOP-142' }).waitFor();
  await picture(page, 'terminal-link');
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
  // The picture is in a webview without a title.
  const outer = page.frameLocator('iframe.webview.ready').first();
  await outer.frameLocator('#active-frame').locator('svg').first().waitFor();
}
