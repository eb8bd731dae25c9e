// @ts-check
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createGoalServer } from '../../examples/rest-server/server.mjs';
import { projectRoot } from '../install.mjs';
import { showPanelView } from '../shopWorkbench.mjs';
import { enterText, pickQuickItem, quickInput, runCommand, webviewFrame } from '../vscode/workbench.mjs';
import { clearToasts, inEachTheme, withShop } from './stage.mjs';

/** @typedef {import('./stage.mjs').Page} Page */
/** @typedef {import('./stage.mjs').Picture} Picture */

const token = 'let-me-see-the-goals';

/**
 * Connects a tracker step by step, and shows what the panel says when it goes offline, when nobody is signed in, and how
 * the tracker is removed.
 * @param {string} dir
 */
export async function tourTrackers(dir) {
  await withShop(dir, async (shop, picture) => {
    const data = JSON.parse(readFileSync(join(projectRoot, 'examples/rest-server/goals.json'), 'utf8'));
    const server = createGoalServer({ data: () => data, token });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    await rm(join(shop.folder, '.goals'), { recursive: true, force: true });
    const page = await shop.open({ viewport: { width: 1280, height: 800 } });
    try {
      await connect(page, server, picture);
      await lose(page, server, picture);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}

/** @param {Page} page @param {import('node:http').Server} server @param {Picture} picture */
async function connect(page, server, picture) {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
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
  await clearToasts(page);
  await runCommand(page, 'Goal Lens: Show Connection Status');
  await quickInput(page).getByText('goals ·').first().waitFor();
  await picture(page, 'connection-status');
  await page.keyboard.press('Escape');
}

/** @param {Page} page @param {import('node:http').Server} server @param {Picture} picture */
async function lose(page, server, picture) {
  const goals = await webviewFrame(page, 'Goals');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await runCommand(page, 'Goal Lens: Refresh');
  await goals.getByText('is offline').waitFor();
  await inEachTheme(page, picture, 'tracker-offline');
  await runCommand(page, 'Goal Lens: Show Connection Status');
  await quickInput(page).getByText('cannot be reached').waitFor();
  await picture(page, 'connection-status-offline');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Goal Lens: Sign Out…');
  await goals.getByRole('button', { name: 'Sign In…' }).waitFor();
  await inEachTheme(page, picture, 'tracker-signed-out');
  await runCommand(page, 'Goal Lens: Remove Tracker…');
  await page.locator('.monaco-dialog-box').waitFor();
  await picture(page, 'remove-tracker');
  await page.keyboard.press('Escape');
}
