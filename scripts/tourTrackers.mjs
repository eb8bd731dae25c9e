// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createGoalServer } from '../examples/rest-server/server.mjs';
import { projectRoot } from './install.mjs';
import { showPanelView } from './shopWorkbench.mjs';
import { enterText, pickQuickItem, quickInput, runCommand, webviewFrame } from './vscode/workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

const token = 'let-me-see-the-goals';

/**
 * Connects a tracker step by step, and shows what the panel says when it goes offline and when nobody is signed in.
 * @param {import('./shopWorkbench.mjs').ShopWorkbench} shop
 * @param {(page: Page, name: string) => Promise<void>} picture
 * @param {(page: Page, name: string) => Promise<void>} inEveryTheme
 */
export async function tourTrackers(shop, picture, inEveryTheme) {
  const data = JSON.parse(readFileSync(join(projectRoot, 'examples/rest-server/goals.json'), 'utf8'));
  const server = createGoalServer({ data: () => data, token });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  await rm(join(shop.folder, '.goals'), { recursive: true, force: true });
  execFileSync('git', ['checkout', '--quiet', '-B', 'feature/SHOP-142-retry-payments'], { cwd: shop.folder });
  const page = await shop.open({ viewport: { width: 1280, height: 800 } });
  try {
    await showPanelView(page);
    const goals = await webviewFrame(page, 'Goals');
    await goals.getByRole('button', { name: 'Connect Tracker…' }).click();
    await quickInput(page).getByText('REST service').waitFor();
    await picture(page, 'connect-1-kind');
    await pickQuickItem(page, 'REST service');
    await quickInput(page).getByText('The address of REST').waitFor();
    await picture(page, 'connect-2-address');
    await enterText(page, `http://127.0.0.1:${address.port}`);
    await pickQuickItem(page, 'Enter a token');
    const field = quickInput(page).locator('input[type="password"]');
    await field.fill('a wrong one');
    await field.press('Enter');
    await quickInput(page).getByText('does not accept the token').waitFor();
    await picture(page, 'connect-3-token-refused');
    await field.fill(token);
    await field.press('Enter');
    await quickInput(page).locator('.monaco-list-row').first().waitFor();
    await picture(page, 'connect-4-follow');
    await page.keyboard.press('Enter');
    await quickInput(page).getByText('This workspace').waitFor();
    await picture(page, 'connect-5-where');
    await pickQuickItem(page, 'This workspace');
    await goals.getByRole('heading', { level: 2 }).first().waitFor();
    await page.locator('.notification-toast', { hasText: 'is connected' }).waitFor();
    await picture(page, 'connect-6-connected');
    await runCommand(page, 'Notifications: Clear All Notifications');
    await runCommand(page, 'Goal Lens: Show Connection Status');
    await quickInput(page).getByText('goals ·').first().waitFor();
    await picture(page, 'connection-status');
    await page.keyboard.press('Escape');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await runCommand(page, 'Goal Lens: Refresh');
    await goals.getByText('is offline').waitFor();
    await inEveryTheme(page, 'tracker-offline');
    await runCommand(page, 'Goal Lens: Show Connection Status');
    await quickInput(page).getByText('cannot be reached').waitFor();
    await picture(page, 'connection-status-offline');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Goal Lens: Sign Out…');
    await goals.getByRole('button', { name: 'Sign In…' }).waitFor();
    await inEveryTheme(page, 'tracker-signed-out');
  } finally {
    server.closeAllConnections();
    server.close();
    await page.context().close();
  }
}
