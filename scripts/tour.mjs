// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { showPanelView, startShopWorkbench, statusItem } from './shopWorkbench.mjs';
import { pictureThemes, tourEditor } from './tourEditor.mjs';
import { tourGoals } from './tourGoals.mjs';
import { tourTrackers } from './tourTrackers.mjs';
import { openFile, quickInput, runCommand, screenshot, setTheme, webviewFrame } from './vscode/workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

const wide = { width: 1440, height: 900 };

/**
 * Drives the extension as a person would and takes a screenshot of every surface.
 * @param {string} dir Where the pictures go.
 */
export async function takeTour(dir) {
  await mkdir(dir, { recursive: true });
  const shop = await startShopWorkbench();
  /** @param {Page} page @param {string} name */
  const picture = async (page, name) => {
    await screenshot(page, join(dir, `${name}.png`));
    console.log(`${name}.png`);
  };
  /** @param {Page} page @param {string} name */
  const inEveryTheme = async (page, name) => {
    for (const theme of pictureThemes) {
      await setTheme(page, theme);
      await themed(page, theme);
      await picture(page, `${name}-${theme}`);
    }
  };
  try {
    const page = await shop.open({ viewport: wide });
    await statusItem(page).waitFor();
    await openFile(page, 'src/payments/gateway.ts');
    await runCommand(page, 'Goal Lens: Open Goal Panel to the Side');
    await goalShown(page, 'Checkout that never loses a cart');
    await inEveryTheme(page, 'panel-beside');
    await runCommand(page, 'View: Close All Editor Groups');
    await openFile(page, 'src/payments/gateway.ts');
    await showPanelView(page);
    await goalShown(page, 'Checkout that never loses a cart');
    await inEveryTheme(page, 'panel-view');

    await runCommand(page, 'Goal Lens: Link Branch to Goal…');
    await quickInput(page).getByText('linked').first().waitFor();
    await picture(page, 'link-branch');
    await page.keyboard.press('Escape');

    await runCommand(page, 'Source Control: Focus on Changes View');
    const box = page.locator('.scm-editor').first();
    await box.click();
    await page.keyboard.type('Retry a payment when the gateway is busy');
    await box.filter({ hasText: 'Initiative: SHOP-7' }).waitFor();
    await picture(page, 'commit-box');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');

    await showPanelView(page);
    git(shop.folder, 'checkout', '--quiet', 'fix/cart-rounding');
    await (await webviewFrame(page, 'Goals')).getByRole('heading', { name: 'No goal linked' }).waitFor();
    await inEveryTheme(page, 'branch-without-goal');
    git(shop.folder, 'checkout', '--quiet', 'feature/SHOP-142-retry-payments');
    await statusItem(page).filter({ hasText: 'P1 Retry' }).waitFor();

    await tourEditor(shop, picture);
    await tourGoals(shop, picture);

    const goals = join(shop.folder, '.goals/goals.yaml');
    await writeFile(goals, 'schema: goal-lens/v1\ngoals:\n  - key: SHOP-7\n   title: Bad indentation\n');
    await openFile(page, '.goals/goals.yaml');
    await (await webviewFrame(page, 'Goals')).getByText('cannot be used').first().waitFor();
    await runCommand(page, 'Problems: Focus on Problems View');
    await picture(page, 'goals-file-with-error');
    await page.context().close();

    const bare = join(shop.folder, '../plain');
    await mkdir(bare);
    const plain = await shop.open({ folder: bare, viewport: wide });
    await showPanelView(plain);
    await (await webviewFrame(plain, 'Goals')).getByRole('button', { name: 'Create Goals File' }).waitFor();
    await inEveryTheme(plain, 'no-goals-yet');
    await plain.context().close();

    await tourTrackers(shop, picture, inEveryTheme);
  } catch (error) {
    // What was on screen says more than the message.
    for (const page of shop.pages()) await screenshot(page, join(dir, 'failed.png'));
    throw error;
  } finally {
    await shop.close();
  }
}

/** @param {Page} page @param {string} title */
async function goalShown(page, title) {
  await (await webviewFrame(page, 'Goals')).getByRole('heading', { name: title }).first().waitFor();
}

/** Waits for the theme: the webview follows just after the workbench. @param {Page} page @param {string} theme */
async function themed(page, theme) {
  const classes = {
    dark: 'vscode-dark',
    light: 'vscode-light',
    hcDark: 'vscode-high-contrast',
    hcLight: 'vscode-high-contrast-light',
  };
  const frame = await webviewFrame(page, 'Goals');
  await frame.locator(`body.${classes[/** @type {keyof typeof classes} */ (theme)]}`).waitFor();
  await runCommand(page, 'Notifications: Clear All Notifications');
}

/** @param {string} cwd @param {string[]} args */
function git(cwd, ...args) {
  execFileSync('git', args, { cwd });
}
