// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { showPanelView, statusItem } from '../shopWorkbench.mjs';
import { openFile, runCommand, webviewFrame } from '../vscode/workbench.mjs';
import { inEachTheme, withShop } from './stage.mjs';

/** @typedef {import('./stage.mjs').Page} Page */
/** @typedef {import('./stage.mjs').Picture} Picture */
/** @typedef {import('./stage.mjs').ShopWorkbench} ShopWorkbench */

const wide = { width: 1440, height: 900 };

/**
 * Takes pictures of the panel: beside the editor and in its view, of branches and files of all kinds, in another
 * language, and where there is little to show.
 * @param {string} dir
 */
export async function tourPanel(dir) {
  await withShop(dir, async (shop, picture) => {
    const page = await shop.open({ viewport: wide });
    await statusItem(page).waitFor();
    await ofBranches(page, shop, picture);
    await page.context().close();
    await inGerman(shop, picture);
    await withoutGoals(shop, picture);
  });
  await withShop(dir, inRestrictedMode, { workspaceTrust: true });
}

/** @param {Page} page @param {ShopWorkbench} shop @param {Picture} picture */
async function ofBranches(page, shop, picture) {
  await openFile(page, 'src/payments/gateway.ts');
  await runCommand(page, 'Goal Lens: Open Goal Panel to the Side');
  await headingShown(page, 'Goals', 'Checkout that never loses a cart');
  await inEachTheme(page, picture, 'panel-beside');
  await runCommand(page, 'View: Close All Editor Groups');
  await openFile(page, 'src/payments/gateway.ts');
  await showPanelView(page);
  const frame = await headingShown(page, 'Goals', 'Checkout that never loses a cart');
  await inEachTheme(page, picture, 'panel-view');
  const bar = frame.getByRole('region', { name: 'This file' });
  await bar.getByRole('button').first().click();
  await bar.getByText('Path rule').first().waitFor();
  await inEachTheme(page, picture, 'panel-file-open');
  await openFile(page, 'README.md');
  await bar.getByText('README.md').first().waitFor();
  await picture(page, 'panel-file-without-goal');
  git(shop.folder, 'checkout', '--quiet', 'fix/cart-rounding');
  await frame.getByRole('heading', { name: 'No goal linked' }).waitFor();
  await inEachTheme(page, picture, 'branch-without-goal');
  await openFile(page, 'src/payments/gateway.ts');
  await statusItem(page).filter({ hasText: 'File:' }).waitFor();
  await picture(page, 'status-of-a-file');
  git(shop.folder, 'checkout', '--quiet', 'spike/SHOP-999-unknown');
  await frame.getByRole('button', { name: 'Add SHOP-999…' }).waitFor();
  await picture(page, 'branch-of-an-unknown-goal');
  git(shop.folder, 'checkout', '--quiet', 'feature/SHOP-142-retry-payments');
  await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
}

/** @param {ShopWorkbench} shop @param {Picture} picture */
async function inGerman(shop, picture) {
  const page = await shop.open({ language: 'de', viewport: wide });
  await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();
  await openFile(page, 'src/payments/gateway.ts');
  await showPanelView(page);
  await headingShown(page, 'Ziele', 'Warum es zählt');
  await picture(page, 'german-panel');
  await runCommand(page, 'Goal Lens: Open Alignment Report');
  await (await webviewFrame(page, 'Ausrichtungsbericht')).locator('figure').first().waitFor();
  await picture(page, 'german-report');
  await page.context().close();
}

/** @param {ShopWorkbench} shop @param {Picture} picture */
async function withoutGoals(shop, picture) {
  const folder = join(shop.folder, '../plain');
  await mkdir(folder);
  const page = await shop.open({ folder, viewport: wide });
  await showPanelView(page);
  await (await webviewFrame(page, 'Goals')).getByRole('button', { name: 'Create Goals File' }).waitFor();
  await inEachTheme(page, picture, 'no-goals-yet');
  await page.context().close();
}

/** @param {ShopWorkbench} shop @param {Picture} picture */
async function inRestrictedMode(shop, picture) {
  const page = await shop.open({ viewport: wide });
  await showPanelView(page);
  await (await webviewFrame(page, 'Goals')).getByRole('heading', { name: 'Restricted Mode' }).waitFor();
  await picture(page, 'restricted-mode');
  await page.context().close();
}

/** @param {Page} page @param {string} view @param {string} title */
async function headingShown(page, view, title) {
  const frame = await webviewFrame(page, view);
  await frame.getByRole('heading', { name: title }).first().waitFor();
  return frame;
}

/** @param {string} cwd @param {string[]} args */
function git(cwd, ...args) {
  execFileSync('git', args, { cwd });
}
